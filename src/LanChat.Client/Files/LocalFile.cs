using System.Security.Cryptography;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Files;

/// <summary>A file of this computer that is to be uploaded.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What it is called in the room.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Sha256">Of its content, in hexadecimal digits.</param>
internal sealed record LocalFile(string Path, string Name, long Size, string Type, string Sha256)
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Whether it still has the size it had when it was read.</summary>
    public bool IsAsItWas => new FileInfo(Path) is { Exists: true } now && now.Length == Size;

    /// <summary>Reads it once; why not is a sentence for the user.</summary>
    /// <param name="typed">The path as the user put it.</param>
    /// <param name="most">The most bytes it may have.</param>
    /// <param name="pulse">How far it was read.</param>
    /// <param name="cancel">Nobody waits for it any more.</param>
    public static async Task<(LocalFile? File, string Problem)> ReadAsync(string typed, long most, Pulse pulse, CancellationToken cancel)
    {
        var path = UserPath.Expand(typed);
        if (Directory.Exists(path)) return (null, FileTexts.IsAFolder(typed));
        if (!File.Exists(path)) return (null, FileTexts.NoSuchFile(typed));
        if (!FileName.TryClean(System.IO.Path.GetFileName(path), out var name)) return (null, FileTexts.Refused(typed, Refusal.FileNameInvalid.Sentence()));
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
            pulse.Size = file.Length;
            if (file.Length > most) return (null, FileTexts.TooLargeHere(typed, FileSize.Of(most)));
            var (hash, type) = await ReadAsync(file, name, pulse, cancel);
            return (new LocalFile(path, name, pulse.Size, type, hash), "");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return (null, FileTexts.Unreadable(typed));
        }
    }

    private static async Task<(string Hash, string Type)> ReadAsync(FileStream file, string name, Pulse pulse, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var guess = new MediaType(name);
        var buffer = new byte[BufferSize];
        while (pulse.Size - pulse.Done is > 0 and var left)
        {
            var count = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancel);
            if (count == 0) throw new EndOfStreamException();
            hash.AppendData(buffer, 0, count);
            guess.Look(buffer.AsSpan(0, count));
            pulse.Done += count;
        }

        return (Convert.ToHexStringLower(hash.GetHashAndReset()), guess.Known);
    }
}
