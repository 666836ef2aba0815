"""Servers, addresses, feeds and pages that mean harm, over real HTTP on loopback: `python -m tests.hostile`.

addresses.py    spellings of private addresses, redirects to them, names that change their mind
answers.py      what a server can send: endless, slow, packed, broken, nested, wrongly labelled
mutations.py    ordinary feeds and pages, damaged at random places (seeded)
servers.py      a strict server that sends them, and a private one that nobody may reach
resolver.py     a name server that changes its mind, asked by the system's own resolver
victim.py       the process under attack: real polls, visits and desk on a ledger of its own
"""
