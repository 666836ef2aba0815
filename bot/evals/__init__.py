"""How good are reader, judge, copies and screen? Labelled material in, figures out. Nothing here changes a ledger.

likeness   when two labels or spans say the same
labelled   episodes with their gold labels
marks      single marks, and the figures that follow from them, with standard errors clustered by episode
wire       an export of the ledger held against episodes
stance     a headline held against a claim or a body, by the offline rules alone (Emergent, FNC-1)
pairs      pairs of articles labelled copy or not
screening  what the screen lets through, and what that costs
runs       the record of runs, and one run held beside another
report     tables
"""
