using LanChat.Client.Keys;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Keys;

public sealed class KeyFileSpecs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lanchat-key-");
    private readonly List<string> _problems = [];

    private string File => Path.Combine(_folder.FullName, "made", "device-key.pem");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_key_is_created_on_first_use_and_reused()
    {
        var first = KeyFile.Open(File, _problems.Add);
        var second = KeyFile.Open(File, _problems.Add);

        Assert.Equal(first!.Public, second!.Public);
        Assert.Empty(_problems);
        Assert.Equal([File], Directory.GetFiles(Path.GetDirectoryName(File)!));
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void A_signature_of_the_key_verifies()
    {
        var key = KeyFile.Open(File, _problems.Add)!;

        var signature = key.Sign(new RoomEvent.Challenged("Our room", "bm9uY2U="), "Ann");

        Assert.True(key.Public.HasSigned(DeviceKey.Proved("Our room", "bm9uY2U=", "Ann"), signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    public void An_invalid_key_file_is_left_unchanged_and_reported(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, content);

        Assert.Null(KeyFile.Open(File, _problems.Add));

        Assert.Contains(File, Assert.Single(_problems), StringComparison.Ordinal);
        Assert.Equal(content, System.IO.File.ReadAllText(File));
    }

    [Fact]
    public void An_unwritable_path_is_reported()
    {
        System.IO.File.WriteAllText(Path.Combine(_folder.FullName, "made"), "a file");

        Assert.Null(KeyFile.Open(File, _problems.Add));

        Assert.Single(_problems);
    }

    [Fact]
    public void A_secondary_session_uses_the_key_but_creates_none()
    {
        Assert.Null(KeyFile.Secondary(File));
        var key = KeyFile.Open(File, _problems.Add)!;

        var proof = KeyFile.Secondary(File);

        Assert.Equal((key.Public, true), (proof!.Key.Public, proof.IsSecondary));
    }
}
