#include "GnuplotStream.h"

#include "Child.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <memory>
#include <poll.h>
#include <string>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>

#include <boost/shared_ptr.hpp>
#include <gnuplot-iostream.h>

/// The commands go through gnuplot-iostream, which owns the write end of the child's input; what comes back is read
/// here, since the library (2014) reads nothing and a child whose output is unread stops for ever.
struct gnuplot_stream {
    explicit gnuplot_stream(const char *program) : child(program, "-d") {
        std::unique_ptr<FILE, int (*)(FILE *)> input(fdopen(child.input.get(), "w"), fclose);
        if (!input) throw std::system_error(errno, std::generic_category(), "fdopen");
        child.input.release();
        commands = std::make_unique<Gnuplot>(input.get());
        inputNumber = fileno(input.release());
    }

    Child child;
    std::unique_ptr<Gnuplot> commands;
    int inputNumber = -1;
    std::string output, messages;
};

namespace {

/// Reads once what a pipe that poll found ready holds; closes it at its end. True if bytes came.
bool readSome(Descriptor &pipe, std::string &text) {
    std::array<char, 65536> buffer;
    ssize_t count = read(pipe.get(), buffer.data(), buffer.size());
    if (count > 0) {
        text.append(buffer.data(), static_cast<size_t>(count));
        return true;
    }
    if (count == 0 || (errno != EINTR && errno != EAGAIN)) pipe.close();
    return false;
}

/// Sends one chunk that fits the pipe without blocking: poll calls a pipe writable when PIPE_BUF bytes fit.
bool sendChunk(gnuplot_stream &stream, const char *bytes, size_t count, size_t &sent) {
    size_t chunk = std::min<size_t>(count, PIPE_BUF);
    stream.commands->write(bytes, static_cast<std::streamsize>(chunk));
    stream.commands->flush();
    if (!stream.commands->good()) return false;
    sent = chunk;
    return true;
}

gnuplot_progress step(gnuplot_stream &stream, const char *bytes, size_t count, size_t &sent, int milliseconds) {
    enum { toOutput, toMessages, toInput };
    // poll skips negative numbers: a closed pipe, or an input with nothing to send.
    std::array<pollfd, 3> polled = {{
        {stream.child.output.get(), POLLIN, 0},
        {stream.child.messages.get(), POLLIN, 0},
        {count > 0 ? stream.inputNumber : -1, POLLOUT, 0},
    }};
    if (!stream.child.output.isOpen() && !stream.child.messages.isOpen()) return gnuplot_ended;

    int ready = poll(polled.data(), polled.size(), milliseconds);
    if (ready < 0) return errno == EINTR ? gnuplot_idle : gnuplot_failed;
    if (ready == 0) return gnuplot_idle;

    bool moved = false;
    if (polled[toOutput].revents != 0) moved |= readSome(stream.child.output, stream.output);
    if (polled[toMessages].revents != 0) moved |= readSome(stream.child.messages, stream.messages);
    if ((polled[toInput].revents & (POLLERR | POLLHUP | POLLNVAL)) != 0) {
        return moved ? gnuplot_moved : gnuplot_ended;
    }
    if ((polled[toInput].revents & POLLOUT) != 0) {
        if (!sendChunk(stream, bytes, count, sent)) return gnuplot_ended;
        moved = true;
    }
    return moved ? gnuplot_moved : gnuplot_idle;
}

/// A write to a child that has died must be an error here, not the end of the whole program.
void ignoreBrokenPipes() {
    struct sigaction action;
    if (sigaction(SIGPIPE, nullptr, &action) == 0 && action.sa_handler == SIG_DFL) signal(SIGPIPE, SIG_IGN);
}

}  // namespace

// No exception may cross into C or Swift: every entry point that can throw catches everything.

gnuplot_stream *gnuplot_stream_start(const char *program, int *reason) {
    try {
        ignoreBrokenPipes();
        return new gnuplot_stream(program);
    } catch (const std::system_error &error) {
        *reason = error.code().value();
    } catch (...) {
        *reason = ENOMEM;
    }
    return nullptr;
}

gnuplot_progress gnuplot_stream_step(
    gnuplot_stream *stream, const char *bytes, size_t count, size_t *sent, int milliseconds) {
    *sent = 0;
    try {
        return step(*stream, bytes, count, *sent, milliseconds);
    } catch (...) {
        return gnuplot_failed;
    }
}

const char *gnuplot_stream_output(const gnuplot_stream *stream, size_t *count) {
    *count = stream->output.size();
    return stream->output.data();
}

const char *gnuplot_stream_messages(const gnuplot_stream *stream, size_t *count) {
    *count = stream->messages.size();
    return stream->messages.data();
}

void gnuplot_stream_forget(gnuplot_stream *stream) {
    stream->output.clear();
    stream->messages.clear();
}

pid_t gnuplot_stream_process(const gnuplot_stream *stream) { return stream->child.id(); }

int gnuplot_memory_file(const void *bytes, size_t count, int *reason) {
    int file = memfd_create("figure", MFD_CLOEXEC);
    if (file < 0) {
        *reason = errno;
        return -1;
    }
    for (size_t written = 0; written < count;) {
        ssize_t moved = write(file, static_cast<const char *>(bytes) + written, count - written);
        if (moved < 0 && errno == EINTR) continue;
        if (moved <= 0) {
            *reason = moved < 0 ? errno : ENOSPC;
            close(file);
            return -1;
        }
        written += static_cast<size_t>(moved);
    }
    return file;
}

void gnuplot_stream_end(gnuplot_stream *stream, int milliseconds) {
    std::unique_ptr<gnuplot_stream> owned(stream);
    try {
        if (milliseconds > 0) {
            size_t sent = 0;
            step(*owned, "exit\n", 5, sent, 0);
        }
        owned->commands.reset();  // closes gnuplot's input
        // It may still have output to write, and ends only when that is read.
        constexpr int pause = 20;
        for (int waited = 0; waited < milliseconds && !owned->child.awaitEnd(0); waited += pause) {
            size_t sent = 0;
            if (step(*owned, nullptr, 0, sent, pause) == gnuplot_ended) owned->child.awaitEnd(pause);
        }
        owned->child.stop();
    } catch (...) {
        owned->child.stop();
    }
}
