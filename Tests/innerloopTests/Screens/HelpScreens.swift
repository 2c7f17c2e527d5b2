import Testing

/// What `:help` says of everything there is.
@Suite(.serialized) struct HelpScreens {
    static let transcripts = [
        Transcript(
            "help", columns: 40,
            #"""
            [1] ▸ :help
            Type a formula to evaluate it, name =
            formula to keep it, f(x) = formula to
            define a function; a formula may go on
            over lines while a bracket is open.
            Greek letters: \theta and Tab, or theta.
            The beginning of a command is enough.
            ?name, or ?∇, tells what something is.

              :help [what]
                  what can be typed, or help on a
                  command, a function, a symbol, a
                  topic
              :lessons
                  the lessons there are
              :learn [lesson]
                  walk through a lesson; without a
                  name, the first
              :next
                  go on in the lesson, as Enter does
              :back
                  go back to the step before
              :skip
                  go to the next step; what the
                  lesson needs is run unseen
              :hint
                  the next hint to the exercise
              :solution
                  show how the exercise is solved;
                  Enter then goes on with that
              :step [number]
                  show the step again from its
                  beginning, or go to another
              :toc
                  the steps of the open lesson,
                  which are done and where you are;
                  ':step 3' goes to one
              :full [off]
                  run the open lesson at its full
                  size, and again what came of the
                  quick one; or go back to that
              :leave
                  close the lesson, keep the session
              :progress
                  how much of each lesson is done
              :check
                  check every claim so far again, at
                  the present bindings
              :vars
                  the names that are bound, their
                  values, and which are stale
              :deps name
                  what a name was computed from, and
                  what derives from it
              :refresh [name]
                  run what is stale again, under the
                  present values
              :source name
                  the statement that bound a name,
                  as it was written
              :latex formula
                  a formula as LaTeX, or the
                  statement that bound a name
              :edit [cell]
                  change the last entry, or a
                  cell's, in your editor, and run it
              :time entry
                  run an entry, and say how long it
                  took
              :program formula
                  the program a formula becomes,
                  traced and simplified
              :profile formula
                  where the time of a formula goes:
                  by operation, and by part of it
              :plot [save FILE]
                  draw the last figure again, or
                  save it (.png, .svg)
              :symbols [symbol]
                  what \name and Tab types, or how a
                  symbol is typed
              :set [setting value]
                  choose a setting; alone, list them
                  with their values
              :reset [step|lesson|progress]
                  forget all bindings and begin the
                  open lesson again; or begin the
                  step or the lesson anew and take
                  back that it is done; or forget
                  what is done of all lessons
              :history [number|text]
                  the last 20 entries of all
                  sessions, as many as a number
                  says, or those with a text in them
              :save FILE.md [over]
                  write the session as a lesson
                  file, which 'innerloop run' gives
                  again and 'innerloop check'
                  proves; 'over' lets it write over
                  a file that is there
              :load FILE
                  run a script (.loop) or a lesson
                  file (.md) in this session
              :export [FILE.md [over]]
                  write the open lesson, or else the
                  session, as Markdown with all that
                  it gives; without a name, the
                  lesson's own; 'over' lets it write
                  over a file that is there
              :restore [drop]
                  bring back a session that ended
                  without leaving, or forget it
              :quit
                  leave; so does Ctrl-D on an empty
                  line

            Topics, by :help TOPIC

              names           How names and symbols
                              are spelled and typed
              tensors         Numbers, vectors,
                              matrices, tensors
              trees           Records and lists:
                              parameters as one
                              value
              functions       Functions, blocks and
                              conditions
              sums            Sums, products and
                              comprehensions
              randomness      Random draws that can
                              be repeated
              gradients       Derivatives of every
                              order
              operators       Linear operators:
                              Hessians and Jacobians
              expansions      Taylor expansions
              claims          Claims: formulas that
                              are checked
              bindings        Bindings remember
                              their formulas
              plots           Figures
              data            Reading and writing
                              data
              precision       Single and double
                              precision
              configuration   The configuration file
              environment     The variables of the
                              environment
            [1] ▸
            """#),
        Transcript(
            "help", columns: 80,
            #"""
            [1] ▸ :help
            Type a formula to evaluate it, name = formula to keep it, f(x) = formula to
            define a function; a formula may go on over lines while a bracket is open. Greek
            letters: \theta and Tab, or theta. The beginning of a command is enough. ?name,
            or ?∇, tells what something is.

              :help [what]                    what can be typed, or help on a command, a
                                              function, a symbol, a topic
              :lessons                        the lessons there are
              :learn [lesson]                 walk through a lesson; without a name, the
                                              first
              :next                           go on in the lesson, as Enter does
              :back                           go back to the step before
              :skip                           go to the next step; what the lesson needs is
                                              run unseen
              :hint                           the next hint to the exercise
              :solution                       show how the exercise is solved; Enter then
                                              goes on with that
              :step [number]                  show the step again from its beginning, or go
                                              to another
              :toc                            the steps of the open lesson, which are done
                                              and where you are; ':step 3' goes to one
              :full [off]                     run the open lesson at its full size, and
                                              again what came of the quick one; or go back
                                              to that
              :leave                          close the lesson, keep the session
              :progress                       how much of each lesson is done
              :check                          check every claim so far again, at the present
                                              bindings
              :vars                           the names that are bound, their values, and
                                              which are stale
              :deps name                      what a name was computed from, and what
                                              derives from it
              :refresh [name]                 run what is stale again, under the present
                                              values
              :source name                    the statement that bound a name, as it was
                                              written
              :latex formula                  a formula as LaTeX, or the statement that
                                              bound a name
              :edit [cell]                    change the last entry, or a cell's, in your
                                              editor, and run it
              :time entry                     run an entry, and say how long it took
              :program formula                the program a formula becomes, traced and
                                              simplified
              :profile formula                where the time of a formula goes: by
                                              operation, and by part of it
              :plot [save FILE]               draw the last figure again, or save it (.png,
                                              .svg)
              :symbols [symbol]               what \name and Tab types, or how a symbol is
                                              typed
              :set [setting value]            choose a setting; alone, list them with their
                                              values
              :reset [step|lesson|progress]   forget all bindings and begin the open lesson
                                              again; or begin the step or the lesson anew
                                              and take back that it is done; or forget what
                                              is done of all lessons
              :history [number|text]          the last 20 entries of all sessions, as many
                                              as a number says, or those with a text in them
              :save FILE.md [over]            write the session as a lesson file, which
                                              'innerloop run' gives again and 'innerloop
                                              check' proves; 'over' lets it write over a
                                              file that is there
              :load FILE                      run a script (.loop) or a lesson file (.md) in
                                              this session
              :export [FILE.md [over]]        write the open lesson, or else the session, as
                                              Markdown with all that it gives; without a
                                              name, the lesson's own; 'over' lets it write
                                              over a file that is there
              :restore [drop]                 bring back a session that ended without
                                              leaving, or forget it
              :quit                           leave; so does Ctrl-D on an empty line

            Topics, by :help TOPIC

              names           How names and symbols are spelled and typed
              tensors         Numbers, vectors, matrices, tensors
              trees           Records and lists: parameters as one value
              functions       Functions, blocks and conditions
              sums            Sums, products and comprehensions
              randomness      Random draws that can be repeated
              gradients       Derivatives of every order
              operators       Linear operators: Hessians and Jacobians
              expansions      Taylor expansions
              claims          Claims: formulas that are checked
              bindings        Bindings remember their formulas
              plots           Figures
              data            Reading and writing data
              precision       Single and double precision
              configuration   The configuration file
              environment     The variables of the environment
            [1] ▸
            """#),
        Transcript(
            "help", columns: 120,
            #"""
            [1] ▸ :help
            Type a formula to evaluate it, name = formula to keep it, f(x) = formula to define a function; a formula may go on over
            lines while a bracket is open. Greek letters: \theta and Tab, or theta. The beginning of a command is enough. ?name, or
            ?∇, tells what something is.

              :help [what]                    what can be typed, or help on a command, a function, a symbol, a topic
              :lessons                        the lessons there are
              :learn [lesson]                 walk through a lesson; without a name, the first
              :next                           go on in the lesson, as Enter does
              :back                           go back to the step before
              :skip                           go to the next step; what the lesson needs is run unseen
              :hint                           the next hint to the exercise
              :solution                       show how the exercise is solved; Enter then goes on with that
              :step [number]                  show the step again from its beginning, or go to another
              :toc                            the steps of the open lesson, which are done and where you are; ':step 3' goes to one
              :full [off]                     run the open lesson at its full size, and again what came of the quick one; or go back
                                              to that
              :leave                          close the lesson, keep the session
              :progress                       how much of each lesson is done
              :check                          check every claim so far again, at the present bindings
              :vars                           the names that are bound, their values, and which are stale
              :deps name                      what a name was computed from, and what derives from it
              :refresh [name]                 run what is stale again, under the present values
              :source name                    the statement that bound a name, as it was written
              :latex formula                  a formula as LaTeX, or the statement that bound a name
              :edit [cell]                    change the last entry, or a cell's, in your editor, and run it
              :time entry                     run an entry, and say how long it took
              :program formula                the program a formula becomes, traced and simplified
              :profile formula                where the time of a formula goes: by operation, and by part of it
              :plot [save FILE]               draw the last figure again, or save it (.png, .svg)
              :symbols [symbol]               what \name and Tab types, or how a symbol is typed
              :set [setting value]            choose a setting; alone, list them with their values
              :reset [step|lesson|progress]   forget all bindings and begin the open lesson again; or begin the step or the lesson
                                              anew and take back that it is done; or forget what is done of all lessons
              :history [number|text]          the last 20 entries of all sessions, as many as a number says, or those with a text in
                                              them
              :save FILE.md [over]            write the session as a lesson file, which 'innerloop run' gives again and 'innerloop
                                              check' proves; 'over' lets it write over a file that is there
              :load FILE                      run a script (.loop) or a lesson file (.md) in this session
              :export [FILE.md [over]]        write the open lesson, or else the session, as Markdown with all that it gives;
                                              without a name, the lesson's own; 'over' lets it write over a file that is there
              :restore [drop]                 bring back a session that ended without leaving, or forget it
              :quit                           leave; so does Ctrl-D on an empty line

            Topics, by :help TOPIC

              names           How names and symbols are spelled and typed
              tensors         Numbers, vectors, matrices, tensors
              trees           Records and lists: parameters as one value
              functions       Functions, blocks and conditions
              sums            Sums, products and comprehensions
              randomness      Random draws that can be repeated
              gradients       Derivatives of every order
              operators       Linear operators: Hessians and Jacobians
              expansions      Taylor expansions
              claims          Claims: formulas that are checked
              bindings        Bindings remember their formulas
              plots           Figures
              data            Reading and writing data
              precision       Single and double precision
              configuration   The configuration file
              environment     The variables of the environment
            [1] ▸
            """#),
    ]

    @Test(arguments: transcripts)
    func `help lists the commands and the topics`(_ transcript: Transcript) throws {
        try transcript.expectSame()
    }
}
