/** Tags of a TIFF that it takes to draw a page, and the numbers of its pages; whatever else a directory holds tells of makers and programs. */
export const DRAWN_TAGS: ReadonlySet<number> = new Set([
  254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283, 284, 290, 291, 292, 293,
  296, 297, 301, 317, 318, 319, 320, 322, 323, 324, 325, 332, 334, 338, 339, 340, 341, 347, 529, 530, 531, 532, 34675
])

export const ORIENTATION = 274
export const COLOUR_PROFILE = 34675
