using System.Security.Cryptography;
using LanChat.Texts;

namespace LanChat.Client.Keys;

/// <summary>Where the key is kept: a file that only this user may read, made on first use.</summary>
internal static class KeyFile
{
    private const string Name = "device-key.pem";
    private const UnixFileMode OnlyMine = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The usual place; null where this user has none.</summary>
    public static string? UsualPath =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } parent
            ? Path.Combine(parent, "lanchat-client", Name)
            : null;

    /// <summary>The key in a file, which is made if it is not there; null, and why, when that can't be done.</summary>
    public static OwnKey? Open(string path, Action<string> problem)
    {
        try
        {
            if (!File.Exists(path)) Make(path);
            return new OwnKey(Read(path));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            problem(KeyTexts.NoKey(path, wrong.Message));
            return null;
        }
    }

    /// <summary>The key for connections that are there for a moment, if there is one already.</summary>
    public static Proof? Beside(string? path) => path is not null && File.Exists(path) && Open(path, _ => { }) is { } key ? new Proof(key, IsBeside: true) : null;

    private static ECDsa Read(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    /// <summary>Whole or not at all, and when two clients make one at once, one of them counts.</summary>
    private static void Make(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OnlyMine | UnixFileMode.UserExecute);
        var beside = $"{path}.{Environment.ProcessId}";
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OnlyMine;
        using (var file = new FileStream(beside, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }
}
