using System.Buffers.Text;
using System.Security.Cryptography;

namespace LanChat.Server.Files;

/// <summary>The path by which a file is fetched. Who knows it may have the file, so it can't be guessed.</summary>
internal static class FileLink
{
    private const int TokenBytes = 16;

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static string Of(string token, string name) => $"/files/{token}/{Uri.EscapeDataString(name)}";
}
