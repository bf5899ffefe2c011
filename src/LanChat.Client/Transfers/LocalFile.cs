using System.Security.Cryptography;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>A file of this computer that is to be uploaded, as it was when it was read: what is written behind that is not sent.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Name">What it is called in the room.</param>
/// <param name="Size">Its bytes.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Sha256">Of its content, in hexadecimal digits.</param>
internal sealed record LocalFile(string Path, string Name, long Size, string Type, string Sha256)
{
    private const int BufferSize = 256 * 1024;

    /// <summary>What the system makes up as it is read, as in <c>/proc</c>, has no size and is another the next time: so much of it is kept.</summary>
    private const int MostMadeUp = 4 * 1024 * 1024;

    /// <summary>Its content, where that was kept.</summary>
    public ReadOnlyMemory<byte>? Content { get; private init; }

    /// <summary>Whether what was read of it can still be there.</summary>
    public bool IsAsItWas => Content is not null || (new FileInfo(Path) is { Exists: true } now && now.Length >= Size);

    /// <summary>Reads it once; why not is a sentence for the user.</summary>
    /// <param name="typed">The path as the user put it.</param>
    /// <param name="most">The most bytes it may have.</param>
    /// <param name="pulse">How far it was read.</param>
    /// <param name="cancel">Nobody waits for it any more.</param>
    public static async Task<(LocalFile? File, string Problem)> ReadAsync(string typed, long most, Pulse pulse, CancellationToken cancel)
    {
        var path = PlainFile.Find(UserPath.Expand(typed));
        if (Directory.Exists(path)) return (null, FileTexts.IsAFolder(typed));
        if (!File.Exists(path)) return (null, FileTexts.NoSuchFile(typed));
        if (!PlainFile.Is(path)) return (null, FileTexts.NoPlainFile(typed));
        if (!FileName.TryClean(System.IO.Path.GetFileName(path), out var name)) return (null, FileTexts.Refused(typed, Refusal.FileNameInvalid.Sentence()));
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
            pulse.Size = file.Length;
            if (file.Length > most) return (null, FileTexts.TooLargeHere(typed, FileSize.Of(most)));
            return pulse.Size == 0 ? await ReadMadeUpAsync(file, typed, name, pulse, cancel) : (await ReadAsync(file, name, pulse, cancel), "");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return (null, FileTexts.Unreadable(typed, DiskProblem.Of(failed)));
        }
    }

    /// <summary>To the end it had, or where it ends before that.</summary>
    private static async Task<LocalFile> ReadAsync(FileStream file, string name, Pulse pulse, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var guess = new MediaType(name);
        var buffer = new byte[BufferSize];
        while (pulse.Size - pulse.Done is > 0 and var left)
        {
            var count = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancel);
            if (count == 0) pulse.Size = pulse.Done;
            hash.AppendData(buffer, 0, count);
            guess.Look(buffer.AsSpan(0, count));
            pulse.Done += count;
        }

        return new LocalFile(file.Name, name, pulse.Size, guess.Known, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<(LocalFile? File, string Problem)> ReadMadeUpAsync(FileStream file, string typed, string name, Pulse pulse, CancellationToken cancel)
    {
        var content = new byte[MostMadeUp + 1];
        var count = await file.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancel);
        if (count > MostMadeUp) return (null, FileTexts.NoPlainFile(typed));
        pulse.Size = pulse.Done = count;
        var guess = new MediaType(name);
        guess.Look(content.AsSpan(0, count));
        return (new LocalFile(file.Name, name, count, guess.Known, Convert.ToHexStringLower(SHA256.HashData(content.AsSpan(0, count))))
        {
            Content = count > 0 ? content.AsMemory(0, count).ToArray() : null,
        }, "");
    }
}
