#include "Child.hpp"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <vector>

extern char **environ;

int Descriptor::release() {
    int released = number;
    number = -1;
    return released;
}

void Descriptor::close() {
    if (number >= 0) ::close(number);
    number = -1;
}

void Descriptor::reset(int newNumber) {
    close();
    number = newNumber;
}

namespace {

void check(int error, const char *action) {
    if (error != 0) throw std::system_error(error, std::generic_category(), action);
}

/// A pipe whose ends lie above the standard streams: a program started with those closed would otherwise get them as
/// numbers 0 to 2, and the child's `dup2` would then overwrite one with another.
void openPipe(Descriptor &reading, Descriptor &writing) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) check(errno, "pipe");
    for (int i = 0; i < 2; i++) {
        Descriptor end(ends[i]);
        Descriptor &target = i == 0 ? reading : writing;
        if (ends[i] > STDERR_FILENO) {
            target.reset(end.release());
        } else {
            int lifted = fcntl(ends[i], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
            if (lifted < 0) {
                int error = errno;
                if (i == 0) ::close(ends[1]);
                check(error, "pipe");
            }
            target.reset(lifted);
        }
    }
}

/// The environment without gnuplot's own variables (GNUTERM, GNUPLOT_LIB, GNUPLOT_DRIVER_DIR are for the user's own
/// sessions) and in a locale with a decimal point.
std::vector<char *> childEnvironment(char *numbers) {
    std::vector<char *> kept;
    for (char **entry = environ; *entry != nullptr; entry++) {
        std::string_view text(*entry);
        bool dropped = text.rfind("GNU", 0) == 0 || text.rfind("LC_NUMERIC=", 0) == 0;
        if (!dropped) kept.push_back(*entry);
    }
    kept.push_back(numbers);
    kept.push_back(nullptr);
    return kept;
}

/// The two settings of posix_spawn, destroyed with the scope.
struct SpawnSettings {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;

    SpawnSettings() {
        check(posix_spawn_file_actions_init(&actions), "spawn");
        int error = posix_spawnattr_init(&attributes);
        if (error != 0) posix_spawn_file_actions_destroy(&actions);
        check(error, "spawn");
    }
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSettings(const SpawnSettings &) = delete;
    SpawnSettings &operator=(const SpawnSettings &) = delete;
};

}  // namespace

Child::Child(const std::string &program, const std::string &argument) {
    Descriptor childInput, childOutput, childMessages;
    openPipe(childInput, input);
    openPipe(output, childOutput);
    openPipe(messages, childMessages);

    SpawnSettings settings;
    check(posix_spawn_file_actions_adddup2(&settings.actions, childInput.get(), STDIN_FILENO), "spawn");
    check(posix_spawn_file_actions_adddup2(&settings.actions, childOutput.get(), STDOUT_FILENO), "spawn");
    check(posix_spawn_file_actions_adddup2(&settings.actions, childMessages.get(), STDERR_FILENO), "spawn");
#if defined(__GLIBC__) && __GLIBC_PREREQ(2, 34)
    // Others in this process may have opened files without O_CLOEXEC.
    check(posix_spawn_file_actions_addclosefrom_np(&settings.actions, STDERR_FILENO + 1), "spawn");
#endif

    // Ignored signals and the mask are inherited through exec; the child must start with the usual ones.
    sigset_t usual, none;
    sigemptyset(&none);
    sigemptyset(&usual);
    for (int signal : {SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGHUP, SIGCHLD}) sigaddset(&usual, signal);
    check(posix_spawnattr_setsigdefault(&settings.attributes, &usual), "spawn");
    check(posix_spawnattr_setsigmask(&settings.attributes, &none), "spawn");
    check(posix_spawnattr_setpgroup(&settings.attributes, 0), "spawn");
    check(
        posix_spawnattr_setflags(
            &settings.attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK),
        "spawn");

    std::string programName = program, option = argument, numbers = "LC_NUMERIC=C";
    std::vector<char *> environment = childEnvironment(numbers.data());
    char *arguments[] = {programName.data(), option.data(), nullptr};
    check(
        posix_spawn(&process, program.c_str(), &settings.actions, &settings.attributes, arguments, environment.data()),
        "spawn");
}

Child::~Child() {
    if (!reaped) stop();
}

bool Child::reap(int options) {
    if (reaped) return true;
    int status;
    pid_t result;
    do {
        result = waitpid(process, &status, options);
    } while (result < 0 && errno == EINTR);
    // ECHILD: the embedding program ignores SIGCHLD, so the kernel has reaped it.
    reaped = result == process || (result < 0 && errno == ECHILD);
    return reaped;
}

bool Child::awaitEnd(int milliseconds) {
    constexpr int pause = 5;
    for (int waited = 0;; waited += pause) {
        if (reap(WNOHANG)) return true;
        if (waited >= milliseconds) return false;
        poll(nullptr, 0, pause);
    }
}

void Child::stop() {
    if (reaped || process <= 0) return;
    kill(-process, SIGTERM);
    if (awaitEnd(200)) return;
    kill(-process, SIGKILL);
    reap(0);
}
