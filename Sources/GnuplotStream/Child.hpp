#pragma once
#include <string>
#include <sys/types.h>

/// A file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int get() const { return number; }
    bool isOpen() const { return number >= 0; }
    /// Gives the number away: the caller closes it.
    int release();
    void close();
    void reset(int newNumber);

private:
    int number;
};

/// A child process with pipes on its standard streams, in a process group of its own so that the terminal's Ctrl-C
/// does not reach it. Ended and reaped by `end`, or at the latest when it goes out of scope.
class Child {
public:
    /// Throws `std::system_error` if the program can't be started.
    Child(const std::string &program, const std::string &argument);
    ~Child();
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

    pid_t id() const { return process; }
    /// Waits up to `milliseconds` for the child to end by itself; true once it is reaped.
    bool awaitEnd(int milliseconds);
    /// SIGTERM, a little patience, SIGKILL; reaps.
    void stop();

    Descriptor input, output, messages;

private:
    bool reap(int options);
    pid_t process = -1;
    bool reaped = false;
};
