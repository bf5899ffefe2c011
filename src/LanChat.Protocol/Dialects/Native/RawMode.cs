using System.Diagnostics.CodeAnalysis;
using LanChat.Protocol.Text;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// No line ends: whatever one read returned is one message. A character cut in half by the end of a read holds that message back until the
/// rest has come.
/// </summary>
internal sealed class RawMode(WireLimits limits) : IConversation
{
    private byte[] _cut = [];

    public IEncoder Encoder => JsonEncoder.Raw;

    public TimeSpan? Patience => _cut.Length > 0 ? limits.Quiet : null;

    public bool TryRead(ref ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ClientMessage? message)
    {
        message = null;
        var whole = _cut.Length > 0 ? [.. _cut, .. bytes] : bytes;
        bytes = default;
        if (whole.IsEmpty) return false;
        _cut = [];
        if (whole.Length > limits.Line)
        {
            message = new ClientMessage.Bad(Refusal.LineTooLong);
        }
        else if (WireText.EndsInsideCharacter(whole))
        {
            _cut = whole.ToArray();
        }
        else
        {
            message = Decode(whole);
        }

        return message is not null;
    }

    public ClientMessage? Quiet() => End();

    public ClientMessage? End()
    {
        if (_cut.Length == 0) return null;
        var bytes = _cut;
        _cut = [];
        return Decode(bytes);
    }

    private static ClientMessage Decode(ReadOnlySpan<byte> bytes) =>
        WireText.TryDecode(bytes, out var text) ? new ClientMessage.Say(text) : new ClientMessage.Bad(Refusal.NotText);
}
