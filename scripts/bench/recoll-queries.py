"""Answers queries from Recoll's own index, inside one process, for the benchmark.

Reads one JSON object a line: {"query": ..., "limit": ..., "passages": true or false, "paths": true or false}.
Writes one a line: {"milliseconds": ..., "total": ..., "paths": [...]}. The first argument is the configuration directory.
"""
import json
import sys
import time

from recoll import recoll

database = recoll.connect(confdir=sys.argv[1])
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    start = time.perf_counter()
    query = database.query()
    try:
        total = query.execute(asked["query"])
        documents = query.fetchmany(asked["limit"]) if asked["limit"] else []
        shown = [(document.title, document.url) for document in documents]
        if asked.get("passages"):
            shown = [query.makedocabstract(document) for document in documents]
        failed = total < 0
    except Exception:  # A query that it refuses takes the time that it takes.
        total, documents, failed = -1, [], True
    milliseconds = (time.perf_counter() - start) * 1000
    answer = {"milliseconds": milliseconds, "total": total, "failed": failed}
    if asked.get("paths"):
        answer["paths"] = [document.url for document in documents]
    print(json.dumps(answer), flush=True)
