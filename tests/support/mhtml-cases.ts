/** The golden cases of MHTML: what the files under `tests/fixtures/mhtml` are made of. */
import { mhtmlFile } from '#tests/support/mhtml-file'
import { dotPicture } from '#tests/support/pictures'

const picture = (location: string, ...more: readonly string[]) =>
  ({
    headers: ['Content-Type: image/png', `Content-Location: ${location}`, ...more],
    content: dotPicture(),
    encoding: 'base64'
  }) as const

const STATEMENT =
  'The wells of Darvan were sealed in the winter of 1979, and the people of the lower village carried water from the river until spring.'

/** As Chrome saves: absolute addresses, styles and frames under ids of its own, folded addresses, quoted-printable. */
function chrome(): Buffer {
  const boundary = '----MultipartBoundary--k2Tx8hVqf----'
  const address = 'https://darvan.example/fa/news/1979/the-wells?ref=front#top'
  const page = `<!DOCTYPE html><html lang="fa" dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><link rel="stylesheet" type="text/css" href="cid:css-1@mhtml.blink"><title>چاه‌های دروان</title></head><body><article><h1>چاه‌های دروان</h1><p>روستا را سیل نبرد؛ پیش از سیل خالی شده بود و مردم از کاریز می‌نوشیدند تا آن زمستان که چاه‌ها را بستند.</p><img src="https://darvan.example/media/well.png" alt="چاه"><img src="https://elsewhere.example/lost.png" alt="نیست"></article><iframe src="cid:frame-2@mhtml.blink"></iframe></body></html>`
  return mhtmlFile(
    [
      'From: <Saved by Blink>',
      `Snapshot-Content-Location: ${address}`,
      'Subject: =?utf-8?Q?=DA=86=D8=A7=D9=87?=',
      'Date: Wed, 9 Dec 2020 10:11:12 +0330',
      'MIME-Version: 1.0',
      `Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="${boundary}"`,
      ''
    ],
    boundary,
    [
      {
        headers: ['Content-Type: text/html', 'Content-ID: <frame-1@mhtml.blink>', `Content-Location: ${address}`],
        content: page,
        encoding: 'quoted-printable'
      },
      {
        headers: ['Content-Type: text/css', 'Content-Location: cid:css-1@mhtml.blink'],
        content: '@charset "utf-8";\nh1 { background: url("https://darvan.example/media/well.png"); color: teal; }',
        encoding: 'quoted-printable'
      },
      picture('https://darvan.example/media/\r\n well.png'),
      {
        headers: ['Content-Type: text/html', 'Content-ID: <frame-2@mhtml.blink>', 'Content-Location: https://maps.example/embed'],
        content: `<html><body><p>${STATEMENT}</p></body></html>`,
        encoding: 'quoted-printable'
      }
    ]
  )
}

/** As Internet Explorer saves: an old Arabic character set in the headers only, encoded subject, no title. */
function explorer(): Buffer {
  const arabic = {
    س: 0xd3,
    ج: 0xcc,
    ل: 0xe1,
    ا: 0xc7,
    م: 0xe3,
    ي: 0xed,
    ه: 0xe5,
    د: 0xcf,
    ر: 0xd1,
    و: 0xe6,
    ن: 0xe4,
    ف: 0xdd,
    ع: 0xda,
    ت: 0xca
  }
  const bytes = [...'سجل المياه في دروان عام التوفير'].map((letter) =>
    letter in arabic ? arabic[letter as keyof typeof arabic] : 0x20
  )
  const page = Buffer.concat([
    Buffer.from('<HTML dir=rtl><BODY><P>'),
    Buffer.from(bytes),
    Buffer.from('</P><IMG src="images/map.png"><IMG src="../up.png"></BODY></HTML>')
  ])
  return mhtmlFile(
    [
      'From: "Saved by Internet Explorer 11"',
      'Subject: =?windows-1256?B?08zh?=',
      'Date: Tue, 3 May 2005 22:00:00 +0300',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_NextPart_000_0000"',
      'X-MimeOLE: Produced By Microsoft MimeOLE V6.1.7601.24158'
    ],
    '----=_NextPart_000_0000',
    [
      {
        headers: [
          'Content-Type: text/html;\r\n\tcharset="windows-1256"',
          'Content-Location: http://darvan.example/records/index.asp'
        ],
        content: page,
        encoding: 'quoted-printable'
      },
      picture('http://darvan.example/records/images/map.png'),
      picture('http://darvan.example/up.png')
    ],
    'This is a multi-part message in MIME format.'
  )
}

/** As Internet Explorer saves a page that shows nothing else: no parts at all. */
const onePart = (): Buffer =>
  Buffer.from(
    [
      'From: <Saved by Microsoft Internet Explorer 5>',
      'Subject: A page alone',
      'Date: Mon, 2 Apr 2001 09:00:00 +0200',
      'MIME-Version: 1.0',
      'Content-Type: text/html;\r\n\tcharset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: http://nehrin.example/seul.htm',
      '',
      `<html><body><h1>La rivi=C3=A8re</h1><p>${STATEMENT.replaceAll(' the ', ' the=\r\n ')}</p></body></html>`
    ].join('\r\n')
  )

/** As Word saves: places on its own disk, a header in a file of its own, no date. */
function word(): Buffer {
  return mhtmlFile(
    ['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="----=_NextPart_01D0.A"'],
    '----=_NextPart_01D0.A',
    [
      {
        headers: ['Content-Location: file:///C:/2B0F/Statement.htm', 'Content-Type: text/html; charset="utf-8"'],
        content: `<html><head><title>Statement of 3 May</title><base href="file:///C:/2B0F/"></head><body><p>${STATEMENT}</p><img src="Statement_files/image001.png" alt="scan"></body></html>`,
        encoding: 'quoted-printable'
      },
      picture('file:///C:/2B0F/Statement_files/image001.png'),
      {
        headers: ['Content-Location: file:///C:/2B0F/Statement_files/header.htm', 'Content-Type: text/html; charset="utf-8"'],
        content: '<html><body><p>Nehrin archive, copy 7</p></body></html>',
        encoding: '8bit'
      }
    ],
    'This document is a Single File Web Page, also known as a Web Archive file.'
  )
}

/** A page that is nothing but frames; its start is named, and is not the first part. */
function frameset(): Buffer {
  return mhtmlFile(
    [
      'From: <Saved by UnMHT>',
      'Subject: Frames',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary="b"; type="text/html"; start="<main@unmht>"'
    ],
    'b',
    [
      {
        headers: [
          'Content-Type: text/html; charset=utf-8',
          'Content-ID: <menu@unmht>',
          'Content-Location: http://nehrin.example/menu.htm'
        ],
        content: '<body><a href="a.htm">Letters</a></body>'
      },
      {
        headers: [
          'Content-Type: text/html; charset=utf-8',
          'Content-ID: <main@unmht>',
          'Content-Location: http://nehrin.example/'
        ],
        content:
          '<html><head><title>Nehrin</title></head><frameset cols="20%,*"><frame src="menu.htm"><frame src="cid:content@unmht"></frameset></html>'
      },
      {
        headers: ['Content-Type: text/html; charset=utf-8', 'Content-ID: <content@unmht>'],
        content: `<body><h1>The wells</h1><p>${STATEMENT}</p></body>`
      }
    ]
  )
}

/** Cut off inside a picture, as a copy from a full disk is. */
const cutOff = (): Buffer => {
  const whole = chrome()
  return whole.subarray(0, whole.indexOf('iVBOR') + 20)
}

/** Names parts by a boundary that never comes. */
const withoutParts = (): Buffer =>
  Buffer.from(
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://darvan.example/\r\nSubject: No parts\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="never"\r\n\r\n${STATEMENT}\r\n`
  )

/** By the name of the case. */
export const MHTML_CASES: Readonly<Record<string, () => Buffer>> = {
  'chrome-persian-with-frame': chrome,
  'internet-explorer-arabic': explorer,
  'one-part': onePart,
  'word-with-header': word,
  'nothing-but-frames': frameset,
  'cut-off': cutOff,
  'without-parts': withoutParts
}
