// board_words.hpp — the words of the board and of an agent's rights, in Dutch and English, once.
#pragma once
#include "adapters/cli/words.hpp"

namespace rendabel::cli::words {
// clang-format off
inline constexpr Words board_title{"Het beluur op {}; periode vanaf {}", "The calling hour on {}; period from {}"};
inline constexpr Words board_pilot{"Proef: alleen offertes en aanvragen.", "Pilot: quotes and inquiries only."};
inline constexpr Words board_list{"Lijst van vandaag: plaats voor {}, {} gepland, {} gedaan, {} bezig, {} open, {} vervallen; afgewerkt: {}.", "Today's list: room for {}, {} planned, {} done, {} under way, {} open, {} withdrawn; covered: {}."};
inline constexpr Words board_streak{"Het uur is {} geplande dagen op rij gehouden.", "The hour was held on {} scheduled days in a row."};
inline constexpr Words board_open{"Gemiste terugbelafspraken: {} · open redenen om te bellen: {} · zonder vervolg: {} (hoort 0 te zijn)", "Callbacks missed: {} · open reasons to call: {} · without a next step: {} (should be 0)"};
inline constexpr Words board_reception{"Ontvangst: {} welkom, {} neutraal, {} niet welkom; welkom: {} (volgens de column {}).", "Reception: {} welcome, {} neutral, {} unwelcome; welcome: {} (the column says {})."};
inline constexpr Words board_today{"vandaag", "today"};
inline constexpr Words board_period{"periode", "period"};
inline constexpr Words board_day{"dag", "day"};
inline constexpr Words board_planned{"gepland", "planned"};
inline constexpr Words board_capacity{"plaatsen", "places"};
inline constexpr Words board_started_at{"begonnen om", "started at"};
inline constexpr Words board_started{"gestart", "started"};
inline constexpr Words board_attempted{"gebeld", "attempted"};
inline constexpr Words board_reached{"gesproken", "reached"};
inline constexpr Words board_results{"resultaat", "results"};
inline constexpr Words board_skipped{"overgeslagen", "skipped"};
inline constexpr Words board_held{"gehouden", "held"};
inline constexpr Words yes{"ja", "yes"};
inline constexpr Words no{"nee", "no"};
inline constexpr Words board_waiting{"voor de teamleider", "for the team leader"};
inline constexpr Words board_disputed{"oordeel betwist", "verdict disputed"};
inline constexpr Words board_data_task{"nummer uitzoeken", "find the right number"};
inline constexpr Words board_skipped_thrice{"drie keer overgeslagen", "skipped three times"};
inline constexpr Words board_reason{"reden", "reason"};
inline constexpr Words board_since{"sinds", "since"};
inline constexpr Words board_holdout{"Helpt bellen? {} klanten wel gebeld, {} niet.", "Does calling work? {} accounts called, {} held out."};
inline constexpr Words board_measure{"per klant", "per account"};
inline constexpr Words board_buyers{"deel dat kocht", "share that bought"};
inline constexpr Words board_orders{"orders", "orders"};
inline constexpr Words board_margin{"marge", "margin"};
inline constexpr Words board_called{"gebeld", "called"};
inline constexpr Words board_held_out{"niet gebeld", "held out"};
inline constexpr Words board_between{"95 % tussen", "95 % between"};
inline constexpr Words board_too_few{"te weinig klanten", "too few accounts"};
inline constexpr Words board_agent{"medewerker", "agent"};
inline constexpr Words board_no_agents{"Cijfers per medewerker staan er niet bij: daar is geen afspraak over (board.per_agent_agreed_on).", "No figures per agent: they were not agreed on (board.per_agent_agreed_on)."};
inline constexpr Words erased_agent{"medewerker {} gewist; {} gespreksresultaten zijn nu van niemand", "agent {} erased; {} outcomes are now nobody's"};
// clang-format on
}  // namespace rendabel::cli::words
