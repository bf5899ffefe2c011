using LanChat.Client.Terminal.Devices;
using LanChat.Client.Terminal.Input;

namespace LanChat.Client.Tests.Terminal.Devices;

public sealed class KeySequenceParserSpecs
{
    private readonly List<string> _events = [];
    private readonly KeySequenceParser _keys;

    public KeySequenceParserSpecs() => _keys = new KeySequenceParser(new TerminalEvents(
        key =>
            _events.Add(NameOf(key)), text =>
                _events.Add($"pasted {text}"), rows =>
                    _events.Add($"wheel {rows}"), () => { }, () => { }, isFocused => _events.Add($"focus {isFocused}")));

    private static string NameOf(ConsoleKeyInfo key)
    {
        var name = key.Key == ConsoleKey.None ? $"{key.KeyChar}" : $"{key.Key}";
        return key.Modifiers == ConsoleModifiers.None ? name : $"{key.Modifiers} {name}";
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("\r", "Enter")]
    [InlineData("\n", "Control J")]
    [InlineData("\t", "Tab")]
    [InlineData("\x7f", "Backspace")]
    [InlineData("\x03", "Control C")]
    [InlineData("\e", "Escape")]
    [InlineData("\eb", "Alt b")]
    [InlineData("\e\r", "Alt Enter")]
    [InlineData("\e\x7f", "Alt Backspace")]
    [InlineData("\e[A", "UpArrow")]
    [InlineData("\e[B", "DownArrow")]
    [InlineData("\eOA\eOB", "wheel 1,wheel -1")]
    [InlineData("\e[<64;10;5Mx", "wheel 3,x")]
    [InlineData("\e[<65;10;5M", "wheel -3")]
    [InlineData("\e[<68;1;1M\e[<81;1;1M", "wheel 3,wheel -3")]
    [InlineData("\e[<0;10;5M\e[<0;10;5mx", "x")]
    [InlineData("\e[<64;1;1m\e[<;;M\e[<x", "")]
    [InlineData("\e[1;5C", "Control RightArrow")]
    [InlineData("\e[1;3D", "Alt LeftArrow")]
    [InlineData("\e[Z", "Shift Tab")]
    [InlineData("\e[3~", "Delete")]
    [InlineData("\e[5~", "PageUp")]
    [InlineData("\e[6~", "PageDown")]
    [InlineData("\e[1;5H", "Control Home")]
    [InlineData("\e[4~", "End")]
    [InlineData("\e[24~", "F12")]
    [InlineData("\e[16~", "")]
    [InlineData("\e[25~", "")]
    [InlineData("\eOPx", "F1,x")]
    [InlineData("\e[11~\e[15~\e[17~\e[21~\e[23~", "F1,F5,F6,F10,F11")]
    [InlineData("\e[1;2R", "Shift F3")]
    [InlineData("\e[[Ax", "F1,x")]
    [InlineData("\e[[E\e[[Fx", "F5,F6,x")]
    [InlineData("\e[[@x", "x")]
    [InlineData("\e1", "Alt 1")]
    [InlineData("\e[?1;2c", "")]
    [InlineData("中文", "中,文")]
    [InlineData("a\e[Ib\e[O", "a,focus True,b,focus False")]
    [InlineData("\e[2I\e[1;2O", "")]
    [InlineData("a\e\rb\e[Ac", "a,Alt Enter,b,UpArrow,c")]
    public void An_input_sequence_is_a_key(string sent, string keys)
    {
        _keys.Read(sent);

        Assert.Equal(keys, string.Join(',', _events));
    }

    [Fact]
    public void Pasted_text_is_one_event_wherever_it_is_split()
    {
        const string sent = "x\e[200~one\rtwo \e[A\e[201~\e[By";
        for (var split = 1; split < sent.Length; split++)
        {
            if (split - 1 == sent.IndexOf('\e') || split - 1 == sent.LastIndexOf('\e'))
                continue; // A lone ESC is the key Escape.
            _events.Clear();
            _keys.Read(sent.AsSpan(0, split));
            _keys.Read(sent.AsSpan(split));

            Assert.Equal(["x", "pasted one\rtwo \e[A", "DownArrow", "y"], _events);
        }
    }

    [Fact]
    public void Pasted_text_above_the_limit_is_dropped()
    {
        _keys.Read("\e[200~");
        for (var i = 0; i < 100; i++) _keys.Read(new string('x', LineEditor.MaxLength));
        _keys.Read("\e[201~");

        Assert.InRange(Assert.Single(_events).Length, LineEditor.MaxLength, 10 * LineEditor.MaxLength);
    }
}
