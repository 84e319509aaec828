/**
 * Words of grammar, folded, of the languages whose inflection is known here. They are neither inflected nor taken for the form of
 * another word: the name Dan must not find French "dans", nor "new" find "news".
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `the and for are was were has had have his her hers its our ours your yours their theirs this that these those with from they them than
  then thus there here where when what which who whom whose why how not nor yet but any all some such more most much many very only also
  other another each every both into onto over under about above after before between through during against while because could should
  would might must shall will can may does did done doing being been nothing something anything everything yes news always perhaps
  series species unless less across towards
  les des une aux dans sans sous vers chez mais plus moins tres pas ses mes tes nos vos leur leurs nous vous ils elles qui que quoi dont
  cela ceci cette ces cet par pour avec entre depuis jamais toujours puis lors hors fois alors ainsi sont etait ete etre avoir fait tout
  tous toute toutes meme memes autre autres quelque quelques
  der die das den dem des ein eine einen einem einer eines und oder aber auch als bei mit von vom zum zur aus nach uber unter durch gegen
  ohne fur sich sie wir ihr ihre ihren ihrem ihrer ihres sein seine seinen seinem seiner seines mein dein kein keine keinen keiner dies
  diese dieser dieses diesen diesem jede jeder jedes alle allen aller alles nicht noch nur schon sehr waren wird werden wurde wurden
  hat haben hatte hatten ist sind bis dann denn wenn weil dass eins uns bereits etwas anders
  los las unos unas una uno del por para con sin sobre entre como mas muy pero sino este esta esto estos estas ese esa esos esas aquel
  ella ellas ellos nosotros nuestro nuestra sus mis tus les cual cuales quien quienes todo toda todos todas otro otra otros otras antes
  despues entonces
  gli uno una dei delle della dello degli nel nella nelle negli sul sulla sui sulle dal dalla dai dalle con per tra fra che chi cui non
  piu anche quando dove questo questa questi queste quello quella quelli quelle loro suo sua suoi sue nostro tutto tutta tutti
  tutte altro altra altri altre sono essere stato stata stati 
  dos das nos nas pelo pela pelos pelas com sem mas mais seu sua seus suas meu minha isso isto esse essa eles elas quem qual
  het een van voor met aan bij naar over onder tegen tussen zijn haar hun hen deze dit die dat wie wat niet geen ook maar dan toen
  alles iets niets steeds reeds sinds tijdens
  ile icin gibi kadar daha cok ama veya hem bir biz siz onlar olan olarak`.split(/\s+/)
)
