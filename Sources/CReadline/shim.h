#pragma once
// readline's headers use FILE without declaring it.
#include <stdio.h>
#include <readline/readline.h>
#include <readline/history.h>

// readline is configured by globals, which Swift's checks for data races refuse to touch; hence these setters.
// readline is used from one thread alone.

/// The name under which ~/.inputrc can address this program. The text must live on.
static inline void readline_set_name(const char *name) { rl_readline_name = name; }
/// readline's signal handlers, which give the terminal its settings back, stand as long as a line is being read, and not only
/// while a key is looked at.
static inline void readline_keep_signal_handlers(void) { rl_persistent_signal_handlers = 1; }
/// The prompt and the line go to standard error: for when standard output is a file or a pipe.
static inline void readline_write_to_standard_error(void) { rl_outstream = stderr; }
/// Characters that end a word for completion. The text must live on.
static inline void readline_set_word_breaks(const char *characters) {
    rl_completer_word_break_characters = characters;
}
static inline void readline_set_completion(rl_completion_func_t *function) {
    rl_attempted_completion_function = function;
}
/// For use inside a completion function: file names are not tried after it, and `appended` follows a unique match (0: nothing).
static inline void readline_settle_completion(char appended) {
    rl_attempted_completion_over = 1;
    rl_completion_append_character = appended;
}
/// Shows the candidates of a completion: matches[1] to matches[count].
static inline void readline_set_match_display(rl_compdisp_func_t *function) {
    rl_completion_display_matches_hook = function;
}
/// Writes where the line is edited.
static inline void readline_write(const char *text) { fputs(text, rl_outstream); }
/// The line is edited with no escape sequence at all, as on a terminal that knows none. Call it before the first line.
static inline void readline_be_plain(void) {
    rl_terminal_name = "dumb";
    rl_initialize();
    rl_variable_bind("enable-bracketed-paste", "off");
}
/// The line as typed so far.
static inline const char *readline_line(void) { return rl_line_buffer; }
