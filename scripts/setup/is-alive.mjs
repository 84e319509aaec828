/** Whether a process of this number runs, whoever it belongs to. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error.code === 'EPERM'
  }
}
