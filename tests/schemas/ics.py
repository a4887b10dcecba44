#!/usr/bin/python3
"""Calendars, by their bytes and by an independent parser: ics.py FILE…

What parsers pass over is looked at here: CRLF, 75 octets a line, whole characters, one UID once, the day after
as the end, dates that say that they are dates.  Prints what is wrong, a line each; nothing where all is well.
"""
import datetime
import re
import sys

import icalendar

ONCE = ["UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY", "LAST-MODIFIED"]


def lint(data):
    if not data.endswith(b"\r\n"):
        yield "does not end with CRLF"
    if b"\n" in data.replace(b"\r\n", b"") or b"\r" in data.replace(b"\r\n", b""):
        yield "CR or LF alone"
    for line in data.split(b"\r\n")[:-1]:
        if len(line) > 75:
            yield "%d octets: %r" % (len(line), line)
        if line in (b"", b" "):
            yield "an empty line"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield "a character cut in two: %r" % line
    text = data.replace(b"\r\n ", b"").decode("utf-8", "replace")
    if re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
        yield "control characters"
    if not text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"):
        yield "no head"
    for line in text.split("\r\n")[:-1]:
        if not re.match(r"[A-Z][A-Z0-9-]*(;[A-Z-]+=[^:;]+)*:", line):
            yield "no content line: " + line
        if re.match(r"(SUMMARY|DESCRIPTION|NAME|CATEGORIES|X-WR-CALNAME)[:;]", line) and re.search(
            r"(?<!\\)(?:\\\\)*(?:[;,]|\\[^\\;,nN])", line.split(":", 1)[1]
        ):
            yield "not escaped: " + line
    uids = re.findall(r"^UID:(.*)\r$", text, re.M)
    for uid in set(uids):
        if uids.count(uid) > 1:
            yield "twice: " + uid
    for block in re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.S):
        names = [re.match(r"[A-Z-]+", line).group() for line in block.split("\r\n")[:-1]]
        for name in ONCE:
            if names.count(name) != 1:
                yield "%s %d times: %s" % (name, names.count(name), block)
        if not re.search(r"^DTSTART;VALUE=DATE:\d{8}\r$", block, re.M):
            yield "no day: " + block


def parse(data):
    calendar = icalendar.Calendar.from_ical(data)
    events = calendar.walk("VEVENT")
    if not events:
        yield "no event"
    for event in events:
        for error in event.errors:
            yield str(error)
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if type(start) is not datetime.date or end - start != datetime.timedelta(days=1):
            yield "%s lasts from %s to %s" % (event["UID"], start, end)
        stamp = event.decoded("DTSTAMP")
        if stamp.utcoffset() != datetime.timedelta(0) or event.decoded("LAST-MODIFIED") != stamp:
            yield "%s has no time in UTC" % event["UID"]
        if event["STATUS"] not in ("CONFIRMED", "TENTATIVE", "CANCELLED"):
            yield "%s is %s" % (event["UID"], event["STATUS"])
        if event["STATUS"] == "CANCELLED" and event["SEQUENCE"] < 1:
            yield "%s was cancelled without a change" % event["UID"]


for path in sys.argv[1:]:
    with open(path, "rb") as file:
        content = file.read()
    for check in (lint, parse):
        for problem in check(content):
            print("%s: %s" % (path, problem))
