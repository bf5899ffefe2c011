using System.Security.Cryptography;
using LanChat.Client.Sessions;
using LanChat.Protocol;
using LanChat.Texts;

namespace LanChat.Client.Transfers;

/// <summary>
/// A local file to upload, as it was when it was hashed; bytes appended later are not sent.
/// </summary>
/// <param name="Path">Path of the file.</param>
/// <param name="Name">Name in the room.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="Type">Media type.</param>
/// <param name="Sha256">SHA-256 of the content, in hexadecimal.</param>
internal sealed record LocalFile(string Path, string Name, long Size, string Type, string Sha256)
{
    private const int BufferSize = 256 * 1024;

    /// <summary>
    /// Maximum size of a generated file, as in <c>/proc</c>. It has no size and other content on
    /// the next read, so its content is kept in memory.
    /// </summary>
    private const int MaxGenerated = 4 * 1024 * 1024;

    /// <summary>The content of a generated file; otherwise null.</summary>
    public ReadOnlyMemory<byte>? Content { get; private init; }

    /// <summary>Whether the hashed bytes can still be read.</summary>
    public bool IsUnchanged =>
        Content is not null || (new FileInfo(Path) is { Exists: true } now && now.Length >= Size);

    /// <summary>
    /// Reads and hashes the file; on failure, the problem is a sentence for the user.
    /// </summary>
    /// <param name="typed">The path as typed by the user.</param>
    /// <param name="most">Maximum size in bytes.</param>
    /// <param name="progress">Counts the bytes read.</param>
    /// <param name="cancel">Cancels the read.</param>
    public static async Task<(LocalFile? File, string Problem)> ReadAsync(
        string typed, long most, ProgressCounter progress, CancellationToken cancel)
    {
        var path = RegularFile.Find(UserPath.Expand(typed));
        if (Directory.Exists(path)) return (null, FileTexts.IsAFolder(typed));
        if (!File.Exists(path)) return (null, FileTexts.NoSuchFile(typed));
        if (!RegularFile.Is(path)) return (null, FileTexts.NoPlainFile(typed));
        if (!FileName.TryClean(System.IO.Path.GetFileName(path), out var name))
            return (null, FileTexts.Refused(typed, Refusal.FileNameInvalid.Sentence()));
        try
        {
            await using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
            progress.Size = file.Length;
            if (file.Length > most) return (null, FileTexts.TooLargeHere(typed, FileSize.Of(most)));
            return progress.Size == 0
                ? await ReadGeneratedAsync(file, typed, name, progress, cancel)
                : (await ReadAsync(file, name, progress, cancel), "");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return (null, FileTexts.Unreadable(typed, DiskProblem.Of(failed)));
        }
    }

    /// <summary>
    /// Reads up to the size at the start, or less if the file was truncated meanwhile.
    /// </summary>
    private static async Task<LocalFile> ReadAsync(
        FileStream file,
        string name,
        ProgressCounter progress,
        CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var guess = new MediaType(name);
        var buffer = new byte[BufferSize];
        while (progress.Size - progress.Done is > 0 and var left)
        {
            var count = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancel);
            if (count == 0) progress.Size = progress.Done;
            hash.AppendData(buffer, 0, count);
            guess.Inspect(buffer.AsSpan(0, count));
            progress.Done += count;
        }

        var digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        return new LocalFile(file.Name, name, progress.Size, guess.Name, digest);
    }

    private static async Task<(LocalFile? File, string Problem)> ReadGeneratedAsync(
        FileStream file, string typed, string name, ProgressCounter progress, CancellationToken cancel)
    {
        var content = new byte[MaxGenerated + 1];
        var count = await file.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancel);
        if (count > MaxGenerated) return (null, FileTexts.NoPlainFile(typed));
        progress.Size = progress.Done = count;
        var guess = new MediaType(name);
        guess.Inspect(content.AsSpan(0, count));
        var digest = Convert.ToHexStringLower(SHA256.HashData(content.AsSpan(0, count)));
        return (new LocalFile(file.Name, name, count, guess.Name, digest)
        {
            Content = count > 0 ? content.AsMemory(0, count).ToArray() : null,
        }, "");
    }
}
