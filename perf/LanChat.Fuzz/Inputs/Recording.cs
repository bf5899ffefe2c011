using System.Text;

namespace LanChat.Fuzz.Inputs;

/// <summary>A session of one client: the bytes of each read, in UTF-8 and in GBK.</summary>
internal sealed class Recording
{
    /// <summary>A pause between two reads.</summary>
    public const string Pause = "";

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;

    private readonly (byte[] Utf8, byte[] Gbk, bool Pauses)[] _reads;

    public Recording(params string[] reads) => _reads = [.. reads.Select((read, at) => (
        Encoding.UTF8.GetBytes(read),
        Gbk.GetBytes(read),
        at + 1 < reads.Length && reads[at + 1] == Pause)).Where(read => read.Item1.Length > 0)];

    public void CopyTo(List<Piece> pieces, bool gbk)
    {
        foreach (var read in _reads) pieces.Add(new Piece(gbk ? read.Gbk : read.Utf8, read.Pauses));
    }
}
