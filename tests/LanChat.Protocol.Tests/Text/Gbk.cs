using System.Text;

namespace LanChat.Protocol.Tests.Text;

/// <summary>Encodes text as the old clients on Chinese Windows do.</summary>
internal static class Gbk
{
    private static readonly Encoding CodePage936 = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    public static byte[] Bytes(string text) => CodePage936.GetBytes(text);
}
