using System.Buffers.Text;
using System.Security.Cryptography;

namespace LanChat.Server.Files;

/// <summary>
/// The path of a file. It is a capability: everybody who knows it can fetch the file, so its token
/// is random.
/// </summary>
internal static class FileLink
{
    private const int TokenBytes = 16;

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    public static string Of(string token, string name) => $"/files/{token}/{Uri.EscapeDataString(name)}";
}
