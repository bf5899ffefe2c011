using System.Security.Cryptography;
using LanChat.Texts;

namespace LanChat.Client.Keys;

/// <summary>
/// Stores the device key in a file that only the user can read; created on first use.
/// </summary>
internal static class KeyFile
{
    private const string Name = "device-key.pem";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The default path; null if the user has no data folder.</summary>
    public static string? DefaultPath
    {
        get
        {
            var parent = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return parent.Length > 0 ? Path.Combine(parent, "lanchat-client", Name) : null;
        }
    }

    /// <summary>
    /// Reads the key, or creates the file; on failure, reports the problem and returns null.
    /// </summary>
    public static DeviceKeyPair? Open(string path, Action<string> problem)
    {
        try
        {
            if (!File.Exists(path)) Create(path);
            return new DeviceKeyPair(Read(path));
        }
        catch (Exception wrong)
            when (wrong is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            problem(KeyTexts.NoKey(path, wrong.Message));
            return null;
        }
    }

    /// <summary>A credential for a secondary session; null if there is no key yet.</summary>
    public static KeyCredential? Secondary(string? path) =>
        path is not null && File.Exists(path) && Open(path, _ => { }) is { } key
            ? new KeyCredential(key, IsSecondary: true)
            : null;

    private static ECDsa Read(string path)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return key;
    }

    /// <summary>
    /// Creates the file atomically; if two clients do so at once, the first one wins.
    /// </summary>
    private static void Create(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        var temporary = $"{path}.{Environment.ProcessId}";
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(temporary, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
