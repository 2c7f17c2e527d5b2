import Glibc
import TemporaryFolders
import Testing

@testable import innerloop

/// What `make install` puts in place, and `make uninstall` takes away.
@Suite struct InstallationTests {
    private func install(_ arguments: String...) throws -> Int32 {
        let command = ["/bin/bash", ProjectFolder.path + "/.ci/install"] + arguments
        return try ChildProcess.status(of: command)
    }

    @Test func `an installation works from where it is, and leaves nothing when it is taken away`() throws {
        let folder = try TemporaryFolder()
        _ = try folder.makeFolder("share")
        try folder.write("kept", to: "share/kept")
        let before = try ProjectFolder.files(beneath: folder.path)
        // Twice, as an update is.
        for _ in 0..<2 { #expect(try install("install", ChildProcess.program, folder.path) == 0) }

        let files = try ProjectFolder.files(beneath: folder.path).map { String($0.dropFirst(folder.path.count + 1)) }
        for file in [
            "bin/innerloop", "share/man/man1/innerloop.1", "share/bash-completion/completions/innerloop",
            "share/zsh/site-functions/_innerloop", "share/fish/vendor_completions.d/innerloop.fish",
            "share/doc/innerloop/LICENSE", "share/doc/innerloop/NOTICE", "share/doc/innerloop/README.md",
            "share/innerloop/lessons/04-maml.md", "share/innerloop/lessons/LICENSE",
            "share/innerloop/lessons/library/tasks.loop", "share/innerloop/datasets/README.md",
        ] {
            #expect(files.contains(file), "\(file)")
        }

        #expect(try install("uninstall", folder.path) == 0)
        #expect(try ProjectFolder.files(beneath: folder.path) == before)
        #expect(folder.names == ["share"])
    }

    @Test func `folders above that were not there go too, and what others put there stays`() throws {
        let folder = try TemporaryFolder()
        let root = folder.path + "/opt/innerloop"
        #expect(try install("install", ChildProcess.program, root) == 0)
        try folder.write("mine", to: "opt/innerloop/share/innerloop/lessons/mine.md")
        #expect(try install("uninstall", root) == 0)
        #expect(try ProjectFolder.files(beneath: folder.path) == [root + "/share/innerloop/lessons/mine.md"])
        #expect(unlink(root + "/share/innerloop/lessons/mine.md") == 0)

        let other = folder.path + "/else/where"
        #expect(try install("install", ChildProcess.program, other) == 0)
        #expect(try install("uninstall", other) == 0)
        #expect(folder.names == ["opt"])
    }
}
