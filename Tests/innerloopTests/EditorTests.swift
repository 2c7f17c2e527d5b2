import Glibc
import TemporaryFolders
import Testing

@testable import innerloop

@Suite struct EditorTests {
    /// An editor that is a small script, which finds the file's name as its first argument.
    private func editor(_ script: String) throws -> Editor {
        let path = try TemporaryFolder().path + "/editor"
        try ChildProcess.write(Array("#!/bin/sh\n\(script)\n".utf8), to: path)
        chmod(path, 0o700)
        return Editor(words: [path])
    }

    @Test func `what is saved comes back, what is unchanged or empty does not`() throws {
        #expect(try editor("echo 'y = 2' >> \"$1\"").edited("x = 1") == "x = 1\ny = 2")
        #expect(try editor("true").edited("x = 1") == nil)
        #expect(try editor(": > \"$1\"").edited("x = 1") == nil)
        #expect(try editor("echo '' >> \"$1\"").edited("x = 1") == nil)
    }

    @Test func `the file is one of ours by its name, and is gone afterwards`() throws {
        let path = try editor("echo \"$1\" > \"$1\"").edited("") ?? ""
        #expect(path.hasSuffix(".loop"))
        #expect(access(path, F_OK) != 0)
    }

    @Test func `an editor that fails or is missing says so`() throws {
        func message(_ editor: Editor) -> String? {
            do throws(Editor.Failure) {
                _ = try editor.edited("x = 1")
                return nil
            } catch {
                return error.message
            }
        }
        #expect(message(try editor("exit 3"))?.hasSuffix("failed, so nothing is run") == true)
        #expect(
            message(Editor(words: ["no-such-editor", "-w"]))
                == "cannot start the editor 'no-such-editor -w': no such file or directory; VISUAL or EDITOR names another"
        )
    }

    @Test func `VISUAL comes before EDITOR, and vi is the last resort`() {
        func words(_ environment: [String: String]) -> [String] { Editor.chosen { environment[$0] }.words }
        #expect(words(["VISUAL": "code --wait", "EDITOR": "nano"]) == ["code", "--wait"])
        #expect(words(["EDITOR": "nano"]) == ["nano"])
        #expect(words([:]) == ["vi"])
    }
}
