// The pictures of the saved page: a chart, a sketch map and a landscape, drawn pixel by pixel.
import { png } from './png.mjs'

const paper = [253, 252, 248]
const counts = [9, 14, 11, 22, 17, 12, 8, 13, 19, 16, 24, 88, 61, 47, 39, 52, 36, 41, 33, 28, 12, 10]

/** Names documented by year: a bar for each, with a line to stand on and lines to read by. */
export function chart() {
  const [width, height, floor] = [560, 300, 264]
  const palette = [paper, [15, 92, 99], [214, 208, 195], [120, 113, 101], [163, 84, 40]]
  const step = (width - 60) / counts.length
  return png(width, height, palette, (x, y) => {
    if (y >= floor && y < floor + 2 && x >= 30 && x < width - 30) return 3
    const bar = Math.floor((x - 30) / step)
    const isInside = x >= 30 && bar < counts.length && (x - 30) % step < step - 5
    if (isInside && y < floor && y >= floor - counts[bar] * 2.6) return bar === 11 ? 4 : 1
    return y < floor && (floor - y) % 65 === 0 && x >= 30 && x < width - 30 ? 2 : 0
  })
}

const near = (x, y, cx, cy, radius) => (x - cx) ** 2 + (y - cy) ** 2 < radius ** 2

/** The river, the road, the town, the prison and the orchard. */
export function map() {
  const [width, height] = [560, 360]
  const palette = [
    [244, 240, 228],
    [150, 190, 200],
    [176, 158, 128],
    [70, 62, 52],
    [163, 84, 40],
    [120, 150, 96],
    [228, 222, 206]
  ]
  return png(width, height, palette, (x, y) => {
    const river = 250 + 70 * Math.sin(y / 70) + 18 * Math.sin(y / 23)
    const road = 170 + 40 * Math.sin(y / 90 + 1)
    if (near(x, y, 96, 290, 10) || (x > 76 && x < 122 && y > 302 && y < 318) || near(x, y, 66, 312, 7)) return 3
    if (x > 186 && x < 214 && y > 66 && y < 86) return 4
    if (x > 350 && x < 420 && y > 170 && y < 226 && (x + y * 2) % 9 < 4) return 5
    if (Math.abs(x - river) < 11) return 1
    if (Math.abs(x - road) < 2.2) return 2
    const contour = Math.hypot(x - 470, (y - 90) * 1.4)
    return contour < 190 && Math.floor(contour) % 28 === 0 ? 6 : 0
  })
}

/** Hills above a river at dusk: like a photograph in that no two neighbouring pixels need be the same. */
export function dusk() {
  const [width, height] = [560, 320]
  const palette = Array.from({ length: 64 }, (_, i) => [40 + i * 3.2, 44 + i * 2.4, 62 + i * 1.4].map(Math.round))
  const ridge = (x, base, size, wave) => base + size * Math.sin(x / wave) + size * 0.4 * Math.sin(x / (wave / 3.1) + base)
  // The order of brightness inside a cell of four by four pixels spreads steps that the palette can not show.
  const cell = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
  return png(width, height, palette, (x, y) => {
    const sky = 30 + (y / height) * 44 - Math.hypot(x - 400, y - 170) / 30
    const layers = [
      [ridge(x, 176, 16, 120), 33],
      [ridge(x, 214, 20, 83), 20],
      [ridge(x, 262, 14, 61), 9]
    ]
    const layer = layers.findLast(([top]) => y > top)
    const tone = layer ? layer[1] + (y - layer[0]) / 22 : sky
    return Math.max(0, Math.min(63, Math.floor(tone + cell[(y % 4) * 4 + (x % 4)] / 16)))
  })
}

/** A stamp with a number, for the page that carries its picture inside. */
export function stamp() {
  const palette = [paper, [150, 40, 40]]
  return png(120, 120, palette, (x, y) => {
    const distance = Math.hypot(x - 60, y - 60)
    const isRing = Math.abs(distance - 52) < 2.5 || Math.abs(distance - 42) < 1.5
    const isBar = Math.abs(y - 60) < 12 && Math.abs(x - 60) < 30 && (x - 30) % 12 < 7
    return isRing || isBar ? 1 : 0
  })
}
