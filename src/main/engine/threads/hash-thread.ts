/** Entry of a thread that reads originals beside a verification. It has no database, no network and no way to start anything. */
import { parentPort } from 'node:worker_threads'
import { disableNetwork } from '#engine/extract/no-network'
import { type HashShare, hashShare } from '#engine/integrity/hash-share'
import { refusalsOfThread } from '#engine/threads/refusal-channel'

disableNetwork('nothing', refusalsOfThread())
parentPort?.on('message', (share: HashShare) => {
  void hashShare(share).then(() => parentPort?.postMessage('done'))
})
