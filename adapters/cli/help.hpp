// help.hpp — what --help says, in Dutch and English.
#pragma once
#include "adapters/cli/words.hpp"

namespace rendabel::cli::help {
// clang-format off

inline constexpr Words program{
    "rendabel — welke klanten geld kosten, en wie u vandaag belt",
    "rendabel — which customers cost money, and whom to call today"};
inline constexpr Words footer{
    "Uitgangscodes: 0 goed · 1 mislukt (opslag bezet, bestand onleesbaar, niet gevonden, …) · 2 verkeerd gebruik\n"
    "               3 foute invoer: elke bevinding op stderr als `bestand:record: veld: waarom`\n"
    "Bibliotheek:   --library, dan RENDABEL_LIBRARY, dan naast het programma of in ../lib, dan librendabel.so.1 van het systeem\n"
    "Voorbeeld:     rendabel --store boek import klanten.ndjson && rendabel --store boek calls",
    "Exit codes: 0 ok · 1 failed (store busy, file unreadable, not found, …) · 2 wrong usage\n"
    "            3 bad input: every finding on stderr as `file:record: field: why`\n"
    "Library:    --library, then RENDABEL_LIBRARY, then beside the program or in ../lib, then the system's librendabel.so.1\n"
    "Example:    rendabel --store book import accounts.ndjson && rendabel --store book calls"};
inline constexpr Words usage{"Gebruik", "Usage"};
inline constexpr Words options{"Opties", "Options"};
inline constexpr Words command{"OPDRACHT", "COMMAND"};
inline constexpr Words commands{"Opdrachten", "Commands"};
inline constexpr Words positionals{"Argumenten", "Arguments"};
inline constexpr Words required{"verplicht", "required"};
inline constexpr Words excludes{"niet met", "not with"};
inline constexpr Words examples{"Voorbeelden", "Examples"};
inline constexpr Words help_flag{"Deze hulp", "This help"};
inline constexpr Words version_flag{"Versie van programma en bibliotheek", "Version of program and library"};

inline constexpr Words store{"Map van het boek; wordt gemaakt als hij er niet is", "The book's directory; made if absent"};
inline constexpr Words library{"Bestand van de bibliotheek", "File of the library"};
inline constexpr Words language{"nl of en (anders de eerste taal van de instellingen)", "nl or en (default: the first language of the settings)"};
inline constexpr Words as_of{"Beoordelen op deze dag, JJJJ-MM-DD (anders vandaag)", "Judge on this day, YYYY-MM-DD (default: today)"};
inline constexpr Words json{"Uitvoer als JSON, zoals de bibliotheek haar geeft", "Output as JSON, as the library gives it"};
inline constexpr Words csv{"Uitvoer als CSV, codes en bedragen onvertaald", "Output as CSV, codes and amounts untranslated"};

inline constexpr Words import{"Klanten opslaan uit NDJSON, een snapshot per regel", "Save accounts from NDJSON, a snapshot a line"};
inline constexpr Words import_file{"NDJSON-bestand, of - voor stdin", "NDJSON file, or - for stdin"};
inline constexpr Words journal{"Waar staat hoe ver de import kwam (anders BESTAND.rendabel-journal)", "Where it is kept how far the import came (default FILE.rendabel-journal)"};
inline constexpr Words skip{"Eerste N regels overslaan", "Skip the first N lines"};
inline constexpr Words keep_going{"Alleen records met fouten overslaan en de rest opslaan", "Leave out only the records with faults and save the rest"};

inline constexpr Words import_csv{"Klanten opslaan uit een CSV van orderregels", "Save accounts from a CSV of order lines"};
inline constexpr Words csv_file{"CSV-bestand met een kopregel, of - voor stdin", "CSV file with a title row, or - for stdin"};
inline constexpr Words map{"VELD=KOLOM,…; velden: order, account, date, quantity, price, amount, discount, cost, item, product_group, channel, name, country",
                           "FIELD=COLUMN,…; fields: order, account, date, quantity, price, amount, discount, cost, item, product_group, channel, name, country"};
inline constexpr Words preset{"Bekende indeling: online_retail (UCI Online Retail)", "Known layout: online_retail (UCI Online Retail)"};
inline constexpr Words delimiter{"Scheidingsteken (anders ,); tab voor een tab", "Delimiter (default ,); tab for a tab"};
inline constexpr Words date_order{"ymd, dmy of mdy", "ymd, dmy or mdy"};
inline constexpr Words decimal_comma{"Bedragen met een komma: 12,50", "Amounts with a comma: 12,50"};
inline constexpr Words credit_prefix{"Ordernummers die zo beginnen zijn creditnota's", "Order numbers that begin so are credit notes"};
inline constexpr Words freight_items{"Artikelcodes die doorberekende vracht zijn", "Item codes that are freight charged"};
inline constexpr Words correction_items{"Artikelcodes die geen producten zijn (kortingen, kosten, correcties)", "Item codes that are no products (discounts, fees, corrections)"};
inline constexpr Words unassigned{"Id van de klant die regels zonder klant krijgt", "Id of the account that gets lines without customer"};
inline constexpr Words history_from{"Eerste dag die de CSV dekt (anders: volledig)", "First day that the CSV covers (default: complete)"};
inline constexpr Words currency{"Munt van de bedragen (anders die van het boek)", "Currency of the amounts (default: the book's)"};
inline constexpr Words dry_run{"Snapshots op stdout zetten in plaats van opslaan", "Put the snapshots on stdout instead of saving them"};

inline constexpr Words assess{"Een klant beoordelen: resultaat, signalen, wat bekend is", "Assess an account: result, flags, what is known"};
inline constexpr Words account_id{"Id van de klant", "The account's id"};
inline constexpr Words assess_what_if{"Wat het resultaat zou zijn met een andere korting, aantal bezoeken en dergelijke", "What the result would be with another discount, number of visits and the like"};
inline constexpr Words assess_file{"Snapshot uit een bestand (of -) beoordelen zonder op te slaan", "Assess a snapshot from a file (or -) without storing it"};

inline constexpr Words calls{"De bellijst van de dag", "The day's call list"};
inline constexpr Words limit{"Hoogstens N telefoontjes tonen", "Show at most N calls"};
inline constexpr Words lane{"Alleen now of today", "Only now or today"};
inline constexpr Words agent{"Alleen de telefoontjes van deze medewerker", "Only this agent's calls"};
inline constexpr Words replan{"De lijst van vandaag opnieuw maken", "Make the day's list anew"};

inline constexpr Words book{"Het boek bijwerken en tonen", "Refresh and show the book"};
inline constexpr Words no_refresh{"Niet bijwerken, het laatste boek tonen", "Do not refresh, show the last book"};
inline constexpr Words accounts{"De klanten tonen, een per regel", "Show the accounts, one a line"};

inline constexpr Words report{"Het rapport schrijven: pagina, grafiek of tabel", "Write the report: page, chart or table"};
inline constexpr Words report_format{"De hele pagina (html, standaard), een grafiek (svg) of een tabel (csv)", "The whole page (html, default), a chart (svg) or a table (csv)"};
inline constexpr Words report_part{"Welke grafiek of tabel; een onbekende noemt ze alle", "Which chart or table; an unknown one names them all"};
inline constexpr Words report_account{"Deze klant in plaats van het boek", "This account instead of the book"};
inline constexpr Words report_output{"Naar dit bestand in plaats van stdout", "To this file instead of stdout"};

inline constexpr Words settings{"Instellingen tonen of wijzigen", "Show or change settings"};
inline constexpr Words settings_get{"Instellingen tonen", "Show settings"};
inline constexpr Words settings_keys{"Alleen deze sleutels (met punten)", "Only these keys (dotted)"};
inline constexpr Words settings_set{"Instellingen wijzigen; null zet terug", "Change settings; null sets back"};
inline constexpr Words settings_values{"SLEUTEL=WAARDE, sleutel met punten", "KEY=VALUE, the key dotted"};
inline constexpr Words settings_file{"Merge-patch uit een JSON-bestand (of -)", "Merge patch from a JSON file (or -)"};

inline constexpr Words desk{"Het bureau van een medewerker: het volgende gesprek, één toets per resultaat", "An agent's desk: the next call, one key per outcome"};
inline constexpr Words desk_agent{"De medewerker, een id uit de instellingen", "The agent, an id of the settings"};
inline constexpr Words desk_now{"In plaats van de klok: RFC 3339 met tijdzone", "Instead of the clock: RFC 3339 with offset"};
inline constexpr Words desk_no_amounts{"Zonder bedragen en oordeel", "Without amounts and verdict"};
inline constexpr Words learn{"Wat er van gesprekken geleerd is, en hoe goed het voorspelt", "What was learnt from outcomes, and how well it foretells"};
inline constexpr Words learn_reset{"Alles vergeten wat geleerd is", "Forget all that was learnt"};
inline constexpr Words event{"Vastleggen wat er tussen twee snapshots gebeurde, uit NDJSON", "Record what happened between two snapshots, from NDJSON"};
inline constexpr Words permit{"Mag u deze klant bellen of schrijven, en waarom", "May you call or write to this account, and why"};
inline constexpr Words permit_contact{"Deze contactpersoon (anders wie als eerste bereikt mag worden)", "This contact (default: the first who may be reached)"};
inline constexpr Words permit_purpose{"asked (hij vroeg erom), service of marketing", "asked (he asked for it), service or marketing"};
inline constexpr Words permit_channel{"voice, email, sms, whatsapp, linkedin, facebook, x of message", "voice, email, sms, whatsapp, linkedin, facebook, x or message"};
inline constexpr Words permit_at{"Tijdstip, RFC 3339 met tijdzone (anders nu)", "Moment, RFC 3339 with offset (default: now)"};
inline constexpr Words board{"Het dagoverzicht van de teamleider: is het beluur gehouden, en wat kwam ervan", "The team leader's board: was the hour held, and what came of it"};
inline constexpr Words board_agent{"Ook de eigen cijfers van deze medewerker, voor hemzelf", "This agent's own figures too, for himself"};
inline constexpr Words agent_data{"Wat van een medewerker bewaard wordt", "What is kept of an agent"};
inline constexpr Words agent_export{"Alles wat van een medewerker bewaard wordt, als JSON", "All that is kept of an agent, as JSON"};
inline constexpr Words agent_erase{"De naam van een medewerker overal weghalen; de gespreksresultaten blijven", "Take an agent's name out everywhere; what came of the calls stays"};
inline constexpr Words agent_id{"Id van de medewerker", "The agent's id"};
inline constexpr Words export_{"Alles over een klant, als JSON", "Everything of an account, as JSON"};
inline constexpr Words erase{"Een klant of contactpersoon voorgoed wissen", "Erase an account or contact for good"};
inline constexpr Words contact{"Alleen deze contactpersoon", "Only this contact"};
inline constexpr Words yes{"Niet vragen", "Do not ask"};
inline constexpr Words check{"Nagaan of de opslag in orde is", "Check whether the store is sound"};
inline constexpr Words quick{"Alleen het snelle deel", "Only the quick part"};
inline constexpr Words backup{"Reservekopie maken terwijl anderen werken", "Make a backup while others work"};
inline constexpr Words backup_path{"Bestand of map van de kopie", "File or directory of the copy"};

inline constexpr Words entry{"Eén functie van rendabel.h aanroepen, voor programma's die geen bibliotheek mogen laden", "Call one function of rendabel.h, for programs that may not load a library"};
inline constexpr Words entry_name{"Naam zonder rendabel_, zoals account_save", "Name without rendabel_, such as account_save"};
inline constexpr Words entry_texts{"Id, dag, tijdstip, pad of aantal, in de volgorde van de header", "Id, day, moment, path or number, in the header's order"};
inline constexpr Words entry_document{"Het document, voor wie er een neemt (standaard: stdin)", "The document, for those that take one (default: stdin)"};
inline constexpr Words entry_options{"De opties van de aanroep", "The call's options"};
inline constexpr Words entry_config{"Opent de opslag hiermee in plaats van met --store", "Opens the store with this instead of --store"};
inline constexpr Words entry_head{"Eerst een regel met status, melding en mediatype", "First a line with status, message and media type"};

// clang-format on
}  // namespace rendabel::cli::help
