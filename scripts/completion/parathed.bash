# Completion of parathed for bash.  The commands, options and values are those
# that the program lists itself ("parathed --list WHAT", see parathed(1)), so
# nothing here needs to follow its tables; only what an argument's name means
# and what the operands of a command are.

# __parathed_list WHAT: what the program says of itself or of the input near.
__parathed_list()
{
	"$program" --list "$1" --input "$input" 2> /dev/null < /dev/null
}

# __parathed_offer [LINE]...: the words before the tab that go on with $cur.
__parathed_offer()
{
	local line word
	for line; do
		word=${line%%$'\t'*}
		[[ $word == "$cur"* ]] || continue
		[[ -n $quote ]] || word=${word// /\\ }
		COMPREPLY+=("$before$word")
	done
}

__parathed_offer_list()
{
	local lines
	mapfile -t lines < <(__parathed_list "$1")
	__parathed_offer "${lines[@]}"
}

# By code, or by name once a letter is typed.
__parathed_offer_municipalities()
{
	local lines
	mapfile -t lines < <(__parathed_list municipalities)
	[[ $cur == [[:alpha:]]* ]] && lines=("${lines[@]#*$'\t'}")
	__parathed_offer "${lines[@]}"
}

__parathed_offer_files()
{
	local found
	mapfile -t found < <(compgen "$1" -- "$cur")
	compopt -o filenames 2> /dev/null
	COMPREPLY+=("${found[@]}")
}

# __parathed_value ARGUMENT: what stands for YYYY-MM, FOLDER, ... in --help.
__parathed_value()
{
	case $1 in
	YYYY-MM) __parathed_offer_list months ;;
	CODE) __parathed_offer_municipalities ;;
	ID) __parathed_offer_list solutions ;;
	REGION) __parathed_offer_list regions ;;
	WAVE) __parathed_offer_list waves ;;
	PHASE) __parathed_offer_list phases ;;
	FOLDER) __parathed_offer_files -d ;;
	FILE) __parathed_offer_files -f ;;
	NAME,...)
		[[ $cur == *,* ]] && before=${cur%,*},
		cur=${cur##*,}
		compopt -o nospace 2> /dev/null
		__parathed_offer_list documents ;;
	*'|'*)
		local words
		IFS='|' read -r -a words <<< "$1"
		__parathed_offer "${words[@]}" ;;
	esac
}

# __parathed_operand: the command's operand number $operands, from 1.
__parathed_operand()
{
	case $command-$operands in
	figures-1) __parathed_offer_list tables ;;
	model-1) __parathed_offer_list parts ;;
	schema-1) __parathed_offer_list kinds ;;
	diff-1 | diff-2) __parathed_offer_list months ;;
	verify-1) __parathed_offer_files -d ;;
	explain-1)
		__parathed_offer_list codes
		__parathed_offer_municipalities ;;
	explain-2) __parathed_offer_list solutions ;;
	explain-3) __parathed_offer_list figures ;;
	esac
}

# __parathed_argument WORD: sets $argument to what the option takes, "-" for
# nothing.
__parathed_argument()
{
	local line name letter rest
	argument=-
	for line in "${options[@]}"; do
		IFS=$'\t' read -r name letter argument rest <<< "$line"
		[[ $1 == "$name" || $1 == "$letter" ]] && return
	done
	argument=-
}

# __parathed_offer_options: those of the command, or of all before there is one.
__parathed_offer_options()
{
	local line name commands rest
	for line in "${options[@]}"; do
		IFS=$'\t' read -r name _ _ commands rest <<< "$line"
		[[ $commands == - ]] && continue
		if [[ -z $command || ,$commands, == *,$command,* ]]; then
			__parathed_offer "$name"
		fi
	done
}

_parathed()
{
	local program=${COMP_WORDS[0]/#\~/$HOME} input=input command=''
	local cur='' before='' quote='' argument=- waiting=- word name
	local -i i operands=0
	local -a options

	COMPREPLY=()
	mapfile -t options < <(__parathed_list options)
	# bash takes "=" for a word of its own: --month=2015-03 is three.
	for ((i = 1; i < COMP_CWORD; i++)); do
		word=${COMP_WORDS[i]}
		if [[ $word == = ]]; then
			continue
		elif [[ $waiting != - ]]; then
			[[ $name == --input || $name == -i ]] &&
			    input=${word/#\~/$HOME}
			waiting=-
		elif [[ $word == -* ]]; then
			name=$word
			__parathed_argument "$word"
			waiting=$argument
		elif [[ -z $command ]]; then
			command=$word
		else
			operands+=1
		fi
	done
	cur=${COMP_WORDS[COMP_CWORD]}
	[[ $cur == = ]] && cur=
	if [[ $cur == [\"\']* ]]; then
		quote=${cur:0:1}
		cur=${cur:1}
	fi
	cur=${cur//\\ / }
	operands+=1
	if [[ $waiting != - ]]; then
		__parathed_value "$waiting"
	elif [[ $cur == -* ]]; then
		__parathed_offer_options
	elif [[ -z $command ]]; then
		__parathed_offer_list commands
	else
		__parathed_operand
	fi
}

complete -F _parathed parathed
