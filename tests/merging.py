"""One case made of two, as the desk does it: its members move, and the empty one leads to the other."""

from __future__ import annotations

from store.ledger import Ledger


def merge(ledger: Ledger, gone: int, into: int) -> None:
    """Move the claims, responses and companies of one case into another."""
    view = ledger.cases.view(gone) or {"claims": [], "responses": []}
    ledger.cases.assign(into, [c["id"] for c in view["claims"]], [r["id"] for r in view["responses"]])
    both = [*ledger.cases.companies_of(into), *ledger.cases.companies_of(gone)]
    ledger.cases.set_companies(into, [(c["id"], c["role"]) for c in both])
    ledger.cases.set_case(gone, merged_into=into)
