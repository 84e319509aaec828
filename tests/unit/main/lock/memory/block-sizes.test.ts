import { expect, it } from 'vitest'
import { blockSizes } from '#main/lock/memory/block-sizes'

it('lists the sizes by which allocators keep blocks, the largest first, each once', () => {
  expect(blockSizes(64, 256)).toEqual([256, 240, 224, 208, 192, 176, 160, 144, 128, 112, 96, 80, 64])
  expect(blockSizes(1024, 2048)).toEqual([2048, 1920, 1792, 1664, 1536, 1408, 1280, 1152, 1024])
})
