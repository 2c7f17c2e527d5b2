import CSignals
import Glibc
import Kernels

/// The program: one large stack, one thread that does everything, and the status it ends with.
@main
struct InnerLoop {
    static func main() {
        BLAS.useOneThread()
        Locale.adopt()
        signals_ignore_broken_pipes()
        // Ctrl-\ ends the program at once; Swift's runtime would stay to explain it.
        signal(SIGQUIT, SIG_DFL)
        let arguments = Array(CommandLine.arguments.dropFirst())
        exit(BigStack.run({ RootCommand.status(of: arguments) }, waiting: signals_leave_to_other_threads))
    }
}
