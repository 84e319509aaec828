"""Counts in which files of a folder the queries of a list stand, without an index and without any code of Sanad, for the benchmark.

    count-words.py files FOLDER QUERIES      which files hold each query, by the method that the list describes
    count-words.py look FOLDER < ASKED       which of these files hold it all the same, where that method can not read it

Text comes from html.parser, members of zip files without their tags, poppler's pdftotext, else UTF-8 and then windows-1252. Words are
runs of letters and digits after folding. ASKED is {query: [path, …]}. Both write JSON: {query: [path, …]}, and {query: {path: how}}.
"""
import html
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from html.parser import HTMLParser
from multiprocessing import Pool

OTHER_CHARSETS = ["cp1256", "cp1251", "koi8-r", "cp1253", "cp1254"]
MEMBERS = {
    "docx": re.compile(r"word/(document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml$"),
    "odt": re.compile(r"content\.xml$"),
    "epub": re.compile(r".*\.x?html?$"),
}
# Vowel signs that are letters to their readers.
SIGNS = re.compile("[\u0900-\u109f\u1780-\u17ff\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]")
GROUPS = {"ی": "يىئېے", "ک": "كڪ", "ه": "ةۀہەھۃ", "ا": "أإآٱ", "و": "ؤ"}
LETTERS = {ord(letter): into for into, letters in GROUPS.items() for letter in letters}
LETTERS.update({zero + digit: str(digit) for zero in (0x660, 0x6F0) for digit in range(10)})
WORD = re.compile(r"[^\W_]+")


class Folded(dict):
    """What becomes of each character, worked out as it is met."""

    def __missing__(self, point):
        character = chr(point)
        is_mark = unicodedata.category(character) in ("Mn", "Me", "Cf") and not SIGNS.match(character)
        self[point] = None if is_mark or character == "ـ" else LETTERS.get(point, point)
        return self[point]


FOLDED = Folded()


def fold(text):
    if text.isascii():
        return text.lower()
    whole = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text)).translate(LETTERS)
    return unicodedata.normalize("NFKD", whole).translate(FOLDED).casefold()


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.is_hidden = [], False

    def handle_starttag(self, tag, attributes):
        self.is_hidden = self.is_hidden or tag in ("script", "style")
        self.parts.append(" ")

    def handle_endtag(self, tag):
        self.is_hidden = self.is_hidden and tag not in ("script", "style")
        self.parts.append(" ")

    def handle_data(self, data):
        if not self.is_hidden:
            self.parts.append(data)


def text_of_page(source):
    page = Page()
    page.feed(source)
    page.close()
    return "".join(page.parts)


def decode(data, is_page):
    named = re.search(rb"charset=[\"']?([\w-]+)", data[:4096], re.I) if is_page else None
    for charset in ([named[1].decode()] if named else []) + ["utf-8-sig"]:
        try:
            return data.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1252", "replace")


def poppler(path, *options):
    return subprocess.run(["pdftotext", *options, path, "-"], capture_output=True).stdout.decode("utf-8", "replace")


def read(path):
    with open(path, "rb") as file:
        return file.read()


def text_of(path):
    ending = path.rsplit(".", 1)[-1].lower()
    if ending == "pdf":
        return poppler(path)
    if ending in MEMBERS:
        with zipfile.ZipFile(path) as members:
            names = [name for name in members.namelist() if MEMBERS[ending].match(name)]
            sources = [members.read(name).decode("utf-8", "replace") for name in names]
        is_page = ending == "epub"
        return "\n".join(text_of_page(one) if is_page else html.unescape(re.sub("<[^>]+>", " ", one)) for one in sources)
    is_page = ending in ("html", "htm", "xhtml")
    source = decode(read(path), is_page)
    return text_of_page(source) if is_page else source


def in_order(words, wanted):
    return any(words[at : at + len(wanted)] == wanted for at, word in enumerate(words) if word == wanted[0])


def holds(folded, words, mode, query):
    """Whether a folded text, whose words are given by a function, holds a query of the list."""
    wanted = WORD.findall(query)
    if mode == "substr":
        return query[0] in folded and query in re.sub(r"\s+", "", folded)
    if not all(word in folded for word in wanted):
        return False
    if mode == "prefix":
        return any(word.startswith(wanted[0]) for word in words())
    return set(wanted) <= set(words()) if mode == "and" else in_order(words(), wanted)


def words_of(folded):
    kept = []
    return lambda: kept or kept.extend(WORD.findall(folded)) or kept


def queries_in(asked):
    path, queries = asked
    try:
        folded = fold(text_of(path))
    except (OSError, zipfile.BadZipFile):
        return path, []
    words = words_of(folded)
    return path, [query for query, mode, own in queries if holds(folded, words, mode, own)]


def files(folder, queries):
    with open(queries, encoding="utf-8") as file:
        asked = [(pair["query"], pair["mode"], fold(pair["query"])) for pair in json.load(file)["pairs"]]
    paths = sorted(os.path.join(under, name) for under, _, names in os.walk(folder) for name in names)
    found = {query: [] for query, _, _ in asked}
    with Pool(2) as pool:
        for path, standing in pool.imap(queries_in, ((path, asked) for path in paths), 20):
            for query in standing:
                found[query].append(os.path.relpath(path, folder))
    return found


BOX = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def letters_by_place(path):
    """The letters of each line of a PDF from right to left, as they stand on the page, without spaces and marks. Poppler gives those of one
    piece in the order of reading or of the page: both are tried."""
    for page in poppler(path, "-bbox").split("<page ")[1:]:
        boxes = [(*map(float, found[:4]), fold(html.unescape(found[4]))) for found in BOX.findall(page)]
        for _, top, _, bottom, letters in boxes:
            if not letters:
                continue
            line = [box for box in boxes if abs(box[1] + box[3] - top - bottom) < (bottom - top) * 0.7]
            parts = [re.sub(r"[\W_]+", "", box[4]) for box in sorted(line, key=lambda box: -box[2])]
            yield "".join(parts)
            yield "".join(part[::-1] for part in parts)


def how_held(path, query):
    """How a file holds a word that the method did not find in it, or None."""
    own = fold(query)
    parts = [fold(part) for part in query.split("\u200c")]
    if len(parts) > 1 and in_order(WORD.findall(fold(text_of(path))), parts):
        return "written apart"
    if path.endswith(".pdf"):
        joined = re.sub(r"\s+", "", own)
        if joined in re.sub(r"\s+", "", fold(poppler(path))):
            return "letters drawn apart"
        return "letters by their place" if any(joined in line for line in letters_by_place(path)) else None
    if path.endswith((".html", ".htm")):
        described = re.findall(r"\b(?:alt|title|content)=\"([^\"]*)\"", decode(read(path), True))
        is_there = any(in_order(WORD.findall(fold(html.unescape(one))), WORD.findall(own)) for one in described)
        return "beside a picture or link" if is_there else None
    if path.endswith((".txt", ".tex", ".md")):
        data = read(path)
        for charset in OTHER_CHARSETS:
            if in_order(WORD.findall(fold(data.decode(charset, "replace"))), WORD.findall(own)):
                return charset
    return None


def look(folder, asked):
    found = {query: {path: how_held(os.path.join(folder, path), query) for path in paths} for query, paths in asked.items()}
    return {query: {path: how for path, how in held.items() if how} for query, held in found.items()}


if __name__ == "__main__":
    answer = files(sys.argv[2], sys.argv[3]) if sys.argv[1] == "files" else look(sys.argv[2], json.load(sys.stdin))
    json.dump(answer, sys.stdout, ensure_ascii=False)
