// book_labels.hpp — the words of the book's codes: how far a refresh is, what a fit found, where a scale
// comes from. In: nothing.  Out: tables for report/labels.  Never: a sentence.
#pragma once
#include <array>

#include "plugin/report/labels.hpp"

namespace rendabel::report {

// clang-format off
inline constexpr std::array phase_labels{
    Label{"gather", "gegevens verzamelen", "gathering"},
    Label{"fit", "verbanden in het hele boek zoeken", "finding what the whole book shows"},
    Label{"accounts", "klanten beoordelen", "judging accounts"},
    Label{"changed", "tussentijdse wijzigingen verwerken", "catching up with changes"},
    Label{"book", "boek opmaken", "drawing up the book"},
    Label{"finished", "klaar", "finished"},
};

inline constexpr std::array fit_state_labels{
    Label{"identified", "bruikbaar", "usable"},
    Label{"too_few", "te weinig kopers", "too few buyers"},
    Label{"no_repeats", "niemand kocht vaker dan eens", "nobody bought twice"},
    Label{"runaway", "de gegevens passen bij geen model", "the data fit no model"},
    Label{"flat", "de gegevens zeggen te weinig", "the data say too little"},
    Label{"not_converged", "geen uitkomst gevonden", "no outcome was found"},
};

inline constexpr std::array scale_kind_labels{
    Label{"none", "geen staffel", "no scale"},
    Label{"steps", "uit de instellingen", "from the settings"},
    Label{"inferred", "afgeleid uit het boek", "inferred from the book"},
};

inline constexpr std::array share_of_labels{
    Label{"total", "van het totaal", "of the total"},
    Label{"peak", "van de top", "of the peak"},
};
// clang-format on

}  // namespace rendabel::report
