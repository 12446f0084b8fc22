#!/bin/sh
# manual.sh PROGRAM FOLDER VERSION — writes the manual page (rendabel.1) and the completions of bash and zsh from what the program
# says of itself with --help, so that they never tell of another program than the one built. Loads no library.
set -eu
program=$1 folder=$2
help() { "$program" --language en "$@" --help; }
listed() { awk '/^Commands:/ { inside = 1; next } /^[^ ]/ || /^$/ { inside = 0 } inside { print $1 }'; }
options() { grep -oE '^ +(-h,)?--[a-z][a-z-]*' | sed 's/.*--/--/' | sort -u | tr '\n' ' ' | sed 's/ $//'; }
roff() { sed -e 's/\\/\\e/g' -e 's/-/\\-/g' -e "s/^\([.']\)/\\\\\&\1/"; }
verbatim() { printf '.nf\n'; roff; printf '.fi\n'; }

commands=$(help | listed)
all=
for command in $commands; do
  all="$all$command
"
  for more in $(help "$command" | listed); do all="$all$command $more
"; done
done

{
  printf '.TH RENDABEL 1 "" "rendabel %s" "User commands"\n' "$3"
  printf '.SH NAME\nrendabel \\- which customers cost money, and whom to call today\n'
  printf '.SH SYNOPSIS\n.B rendabel\n[\\fIoptions\\fR] \\fIcommand\\fR [\\fIarguments\\fR]\n'
  printf '.SH DESCRIPTION\nRendabel keeps the book of one company in a directory: what every customer earns after what it costs to serve,\n'
  printf 'flags with their reasons, and a daily call list that obeys the law.\n.P\n'
  help | sed 1,3d | verbatim
  printf '.SH COMMANDS\n'
  printf '%s' "$all" | while read -r command; do
    printf '.SS "rendabel %s"\n' "$(printf %s "$command" | roff)"
    # shellcheck disable=SC2086 # a command may be two words
    help $command | verbatim
  done
  printf '.SH SEE ALSO\nThe header rendabel.h (package librendabel\\-dev) is the manual of the library.\n'
} >"$folder/rendabel.1"

words() { # the case arms of a shell: command, then what may follow it
  printf '%s' "$all" | while read -r command; do
    # shellcheck disable=SC2086
    text=$(help $command)
    printf '    %s) words="%s" ;;\n' "$(printf %s "$command" | tr ' ' /)" \
      "$(printf '%s\n' "$text" | options) $(printf '%s\n' "$text" | listed | tr '\n' ' ' | sed 's/ $//')"
  done
  printf '    *) words="%s %s" ;;\n' "$(help | options)" "$(printf %s "$commands" | tr '\n' ' ')"
}
# Options before the command that take a value, which is no command even when it is spelt like one.
valued=$(help | grep -oE '^ +--[a-z-]+ [A-Za-z|]+' | grep -v ' not$' | awk '{ print $1 }' | tr '\n' '|' | sed 's/|$//')
# Which command is being written: the first words that are commands, joined by a slash.
known=$(printf '%s' "$all" | tr ' ' / | tr '\n' '|' | sed 's/|$//')
{
  # shellcheck disable=SC2016
  printf '%s\n' '# bash completion of rendabel' '_rendabel() {' '  local word words command= last= current=${COMP_WORDS[COMP_CWORD]}' \
    '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do' '    case "$last" in' "      $valued) last= ; continue ;;" '    esac' '    last=$word' \
    '    case "${command:+$command/}$word" in' "      $known) command=\${command:+\$command/}\$word ;;" '    esac' '  done' '  case "$command" in'
  words
  # shellcheck disable=SC2016
  printf '%s\n' '  esac' '  COMPREPLY=($(compgen -W "$words" -- "$current"))' '}' 'complete -o default -F _rendabel rendabel'
} >"$folder/rendabel.bash"
{
  # shellcheck disable=SC2016
  printf '%s\n' '#compdef rendabel' 'local word choices command= last=' 'for word in "${(@)words[2,CURRENT-1]}"; do' \
    '  case "$last" in' "    $valued) last= ; continue ;;" '  esac' '  last=$word' '  case "${command:+$command/}$word" in' \
    "    $known) command=\${command:+\$command/}\$word ;;" '  esac' 'done' 'case "$command" in'
  words | sed 's/) words=/) choices=/'
  # shellcheck disable=SC2016
  printf '%s\n' 'esac' 'compadd -- ${=choices}' '_files'
} >"$folder/_rendabel"
