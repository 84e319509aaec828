// Runs the stand-alone checker of custody logs as often as it is asked, in one process: it is loaded anew for each file, with its arguments.
let number = 0
process.on('message', async (file) => {
  let said = ''
  const hear = (...words) => {
    said += `${words.join(' ')}\n`
  }
  console.log = hear
  console.error = hear
  process.argv = [process.argv[0], 'check-custody-log.mjs', file]
  process.exitCode = undefined
  try {
    await import(`../../resources/check-custody-log.mjs?${number++}`)
  } catch (error) {
    hear(error?.stack)
    process.exitCode = 70
  }
  const status = process.exitCode ?? 0
  process.exitCode = undefined
  process.send({ status, said: said.trim() })
})
