/** Entry of the thread that overwrites freed memory of the process: what the engine's threads left in allocators that only threads use. */
import { disableNetwork } from '#engine/extract/no-network'
import { refusalsOfThread } from '#engine/threads/refusal-channel'
import { fillMemory } from '#main/lock/memory/fill-memory'
import { bufferFiller, keyFiller, messageFiller } from '#main/lock/memory/fillers'

disableNetwork('nothing', refusalsOfThread())
await fillMemory([bufferFiller(), messageFiller(), keyFiller()], { bytes: 2 ** 30, milliseconds: 5_000, sliceMs: 1_000 })
