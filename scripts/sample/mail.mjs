// A message with an attachment, and a mailbox with a conversation of three.
import { lettersAsCsv } from './open-document.mjs'

const lines = (...list) => `${list.join('\r\n')}\r\n`
const base64 = (text) => Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/g, '$&\r\n')
const encodedWord = (text) => `=?utf-8?B?${Buffer.from(text, 'utf8').toString('base64')}?=`

/** A message in English and Persian to a working group, with a table attached. */
export const messageToWorkingGroup = () =>
  lines(
    'From: Harbour of Memory <archive@harbour.example.org>',
    `To: ${encodedWord('گروه کاری (نمونه)')} <desk@workinggroup.example.org>`,
    'Cc: Families of Darvan <families@darvan.example.org>',
    'Date: Mon, 15 Mar 2021 10:32:00 +0100',
    'Subject: Letters kept by the families of Darvan',
    'Message-ID: <letters-1@harbour.example.org>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="outer"',
    '',
    '--outer',
    'Content-Type: multipart/alternative; boundary="inner"',
    '',
    '--inner',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(
      'Dear colleagues,\n\nattached you find the count of letters by month. The last one of Behnam K. has the number 61.\n\nنامه شماره ۶۱ پیوست نیست؛ خانواده آن را نزد خود نگه داشته است.\n'
    ),
    '--inner',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(
      '<html><body><p>Dear colleagues,</p><p>attached you find the count of letters by month. The last one of <b>Behnam K.</b> has the number 61.</p><p dir="rtl" lang="fa">نامه شماره ۶۱ پیوست نیست؛ خانواده آن را نزد خود نگه داشته است.</p><img src="https://tracker.example.org/open.gif" alt=""><p><i>Example message, written for the Sanad sample archive.</i></p></body></html>'
    ),
    '--inner--',
    '--outer',
    'Content-Type: text/csv; charset=utf-8; name="letters by month.csv"',
    'Content-Disposition: attachment; filename="letters by month.csv"',
    'Content-Transfer-Encoding: base64',
    '',
    base64(lettersAsCsv()),
    '--outer--'
  )

const conversation = [
  [
    '<q1@harbour.example.org>',
    [],
    'Harbour of Memory <archive@harbour.example.org>',
    'River Chronicle <desk@chronicle.example.org>',
    'Tue, 1 Jun 2021 09:00:00 +0200',
    'Green ledger of the laundry',
    'Testimony 31 speaks of a ledger with a green cover. Has your desk ever seen it?'
  ],
  [
    '<q2@chronicle.example.org>',
    ['<q1@harbour.example.org>'],
    'River Chronicle <desk@chronicle.example.org>',
    'Harbour of Memory <archive@harbour.example.org>',
    'Wed, 2 Jun 2021 16:20:00 +0200',
    'Re: Green ledger of the laundry',
    'A reader showed us two pages in 1998. We were not allowed to copy them.\r\n\r\n> Has your desk ever seen it?'
  ],
  [
    '<q3@harbour.example.org>',
    ['<q1@harbour.example.org>', '<q2@chronicle.example.org>'],
    'Harbour of Memory <archive@harbour.example.org>',
    'River Chronicle <desk@chronicle.example.org>',
    'Thu, 3 Jun 2021 08:05:00 +0200',
    'Re: Green ledger of the laundry',
    'Thank you. Would the reader speak to us? We can come to Mahrab.\r\n\r\nExample message, written for the Sanad sample archive.'
  ]
]

/** The line before a message in a mailbox: who, and when by the clock of Greenwich. */
function envelope(from, date) {
  const [weekday, , month, , time] = new Date(date).toUTCString().replace(',', '').split(' ')
  const day = String(new Date(date).getUTCDate()).padStart(2)
  return `From ${/<(.+)>/.exec(from)[1]} ${weekday} ${month} ${day} ${time} 2021`
}

/** Three messages that answer each other, as mail programs keep them in one file. */
export const mailbox = () =>
  conversation
    .map(([id, references, from, to, date, subject, text]) =>
      lines(
        envelope(from, date),
        `From: ${from}`,
        `To: ${to}`,
        `Date: ${date}`,
        `Subject: ${subject}`,
        `Message-ID: ${id}`,
        ...(references.length > 0 ? [`In-Reply-To: ${references.at(-1)}`, `References: ${references.join(' ')}`] : []),
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
        ''
      )
    )
    .join('')
