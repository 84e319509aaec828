/** 256 short, common words that are told apart by ear and eye: eight bits each. */
export const PASSPHRASE_WORDS: readonly string[] = `
acorn amber anchor apple apron arch arrow attic autumn bacon badge bagel bakery balcony bamboo banjo barley barrel basil basket
beacon beard beaver bench berry bicycle birch biscuit blanket blossom blouse border bottle boulder branch bread breeze brick bridge bronze
bubble bucket buffalo bundle butter button cabin cable cactus camel candle canoe canvas canyon carpet carrot castle cattle cavern cedar
cellar cement cereal chalk cheese cherry chimney cinema circus clarinet clay cliff clover cobalt coconut coffee comet compass copper coral
cotton cradle crater cricket crystal curtain cushion dancer desert diamond dolphin donkey dragon drawer eagle easel echo elbow elephant ember
engine fabric falcon feather fern ferry fiddle finger flame flint flute forest fossil fountain garden garlic ginger glacier goblet granite
grape gravel guitar hammer harbour harvest hazel hedge helmet heron honey horizon hummus igloo island ivory jacket jasmine jewel
jungle kettle kitchen kite ladder lagoon lantern laundry lemon lentil library lilac linen lizard lobster magnet maple marble market
meadow melon mirror mitten monsoon mosaic mountain muffin mulberry museum mustard napkin needle nettle noodle nutmeg oasis oatmeal ocean
olive onion orange orchard orchid oven oyster paddle palace pancake panther paper parrot pebble pelican pencil pepper piano pickle
pigeon pillow pistachio planet plum pocket pottery pumpkin puzzle quarry quilt rabbit radish raven reindeer ribbon river rocket saddle
saffron salmon sandal saturn scarf shovel silver sparrow spinach spiral stable stove sugar summer sunset teapot thistle thunder ticket timber
temple tomato tortoise tulip turnip turtle umbrella valley vanilla velvet village violin wagon walnut walrus whistle willow window winter yogurt zebra
`
  .trim()
  .split(/\s+/)
