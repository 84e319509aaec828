import type { ProblemCode } from '#shared/model/document'

/** Why a file needs attention and what to do about it, for each problem code. Every one of these originals is kept. */
export const problem = {
  'not-readable-yet':
    'This version of Sanad can not read this type of file yet. The original is kept and will be read when it can be.',
  'no-text': 'There is no text in this file, only pictures. The original is kept. It can not be found by its words.',
  'needs-ocr': 'It is a picture or a scan. OCR reads its words in the background; until then it is found by its name only.',
  'ocr-failed': 'OCR could not read some of its pages. The original is kept. Try again, or choose other languages.',
  locked:
    'It is locked. Open it: a PDF is unlocked there with its password, other files say what else to do. The original is kept.',
  'wrong-password': 'The password that was typed does not open it. Try another. The original is kept as it is.',
  'partly-read': 'Only a part of it could be read; that part can be searched. The original is kept whole.',
  bomb: 'It is too large when opened: small files of this kind are made to fill disks. It is kept and was not opened further.',
  'too-many-files': 'It holds more files than Sanad opens at once. Unpack it and import the folder to have them all.',
  'nested-too-deep': 'It lies too deep inside other files. Unpack those and import the folder to have it read.',
  'empty-file': 'The file is empty. Look at where it came from: the copy may have been cut short.',
  'too-large':
    'The file is too large to be read as text. The original is kept. Parts of it that are imported by themselves can be read.',
  'too-complex': 'The page is built too deeply to be shown in the Reader. Its text is shown plain, and can be searched.',
  damaged: 'The file is damaged and could not be read. The original is kept as it was. Try to get another copy.',
  'timed-out': 'Reading the file took too long and was stopped. The original is kept. Reading it again tries once more.',
  'out-of-memory':
    'Reading the file needed too much memory and was stopped. The original is kept. Close other programs, then read it again.',
  'reader-crashed':
    'The file stopped the part of Sanad that reads it. Only this file is affected, and its original is kept. Reading it again tries once more.',
  'permission-denied': 'Sanad was not allowed to open this file. Change its permissions, then import it again.',
  vanished: 'The file was gone before it could be read. If it was moved, import it from its new place.',
  'changed-while-reading': 'The file changed while it was being read. Import it again when nothing is writing to it.',
  'not-a-regular-file': 'This is not an ordinary file but a device or a pipe. It was left out.',
  'link-not-followed': 'This is a link to somewhere else. Import the place it points to, if you need it.',
  'io-error': 'The disk could not be read at this file. Check that it is connected, then import again.'
} as const satisfies Record<ProblemCode, string>
