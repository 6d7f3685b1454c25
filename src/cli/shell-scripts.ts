import type { Shell } from './completion.ts';

/**
 * Bash breaks words at `=` and `:`, which are part of ours: the words are taken from the line as blanks part them, and
 * what stands before the break is cut off again. Files are completed by bash where nothing is known.
 */
const BASH = `# zhizhuang in bash: eval "$(zhizhuang completion bash)"
_zhizhuang() {
  local line="\${COMP_LINE:0:COMP_POINT}" found typed here
  local -a words=()
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  typed="\${words[\${#words[@]}-1]}"
  here="\${COMP_WORDS[COMP_CWORD]}"
  [[ $here == [=:] ]] && here=''
  COMPREPLY=()
  while IFS= read -r found; do
    [[ -n $found ]] && COMPREPLY+=("\${found#"\${typed%"$here"}"}")
  done < <("\${words[0]}" completion words -- "\${words[@]:1}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *[=/] ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -o default -F _zhizhuang zhizhuang
`;

const ZSH = `#compdef zhizhuang
# zhizhuang in zsh: eval "$(zhizhuang completion zsh)", after compinit
_zhizhuang() {
  local -a found
  found=("\${(@f)$("\${words[1]}" completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  found=("\${(@)found:#}")
  if (( \${#found} == 0 )); then
    _files
  elif [[ \${#found} -eq 1 && \${found[1]} == *[=/] ]]; then
    compadd -S '' -- "\${found[@]}"
  else
    compadd -- "\${found[@]}"
  fi
}
compdef _zhizhuang zhizhuang
`;

/** What a shell reads to complete our words. */
export const SHELL_SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH };
