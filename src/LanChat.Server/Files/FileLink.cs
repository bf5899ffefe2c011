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

    /// <summary>
    /// The token in a link, or in its beginning of <see cref="Storage.MessageRow.Recall"/>.
    /// </summary>
    public static string? TokenOf(string link) => link.Split('/') is ["", "files", var token, ..] ? token : null;

    public static string Of(string token, string name) => $"/files/{token}/{Uri.EscapeDataString(name)}";
}
