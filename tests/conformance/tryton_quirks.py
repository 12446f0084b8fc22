"""What Tryton 6.0 cannot know or do, and what shows the rest; read without Tryton, too, by what checks adapters/README.md."""
from .quirks import Quirks


def steps(*names):
    return tuple("tryton_scenario." + name for name in names)


class TrytonQuirks(Quirks):
    name, versions = "Tryton", "6.0 (Debian 12)"
    #: A sale does not say how it came in, an invoice not how it goes out; reminders are another module's.
    unknown = frozenset({"orders.channel", "invoices.delivery", "invoices.reminders"})
    proofs = {
        "hand over on save": steps("one_task_a_transaction", "party_shows_the_verdict", "a_lead_waits_for_a_call"),
        "hand over at night": steps("night_and_calls"),
        "facts": steps("facts_are_right"),
        "guard": ("tryton_faults.with_library", "tryton_faults.disk_full", "tryton_faults.our_own_fault", "tryton_faults.another_process_crashes",
                  *steps("an_answer_is_not_lost_without_the_library")),
        "show on the form": ("tryton_browser.agent_who_may_read_invoices", *steps("party_shows_the_verdict")),
        "show in lists": steps("party_shows_the_verdict", "results_are_for_those_who_see_invoices"),
        "permission": ("tryton_browser.the_same_in_dutch", *steps("the_form_says_whether_and_why_we_may_call")),
        "call list": ("tryton_browser.agent_who_may_read_invoices", *steps("night_and_calls")),
        "next call": ("tryton_browser.the_same_in_dutch", *steps("two_agents_never_get_the_same_customer")),
        "report back": ("tryton_browser.agent_who_may_read_invoices", *steps(
            "night_and_calls", "an_outcome_sent_twice_counts_once", "a_wrong_number_is_not_called_again")),
        "remedies": steps("remedies_are_answered_on_the_party", "an_answer_is_not_lost_without_the_library"),
        "objections and consents": steps("an_objection_in_a_call_is_on_the_form", "an_objection_on_the_form_is_in_the_library",
                                         "a_consent_ends_by_its_withdrawal"),
        "team leader": ("tryton_browser.agent_who_may_read_invoices", *steps("the_team_leader_has_his_say")),
        "erase": steps("erased", "who_goes_takes_no_objection_away"),
        "merge": steps("erased", "who_goes_takes_no_objection_away"),
        "access rights": steps("results_are_for_those_who_see_invoices", "answers_are_for_those_who_see_invoices"),
        "several companies": steps("companies_have_books_of_their_own"),
        "languages": ("tryton_browser.the_same_in_dutch", *steps("dutch_is_complete")),
        "uninstall": ("tryton_clean.main",),
    }
