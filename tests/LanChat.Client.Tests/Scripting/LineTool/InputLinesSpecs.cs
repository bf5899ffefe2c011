using System.Text;
using LanChat.Client.Scripting.LineTool;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Scripting.LineTool;

public sealed class InputLinesSpecs
{
    private readonly List<string> _rejected = [];
    private readonly InputLines _lines;

    public InputLinesSpecs() => _lines = new InputLines(10, (number, reason) => _rejected.Add($"{number}: {reason}"));

    private IEnumerable<string> Add(params byte[] bytes)
    {
        _lines.Add(bytes);
        return DequeueAll();
    }

    private IEnumerable<string> DequeueAll()
    {
        var dequeued = new List<string>();
        while (_lines.TryDequeue(out var request)) dequeued.Add($"{request.Number} {request.Text}");
        return dequeued;
    }

    private IEnumerable<string> Add(string text) => Add(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Lines_are_numbered_and_empty_ones_are_skipped_but_counted() =>
        Assert.Equal(["1 one", "3 你好"], Add("one\n\n你好\r\n\r\nrest"));

    [Fact]
    public void The_last_line_may_lack_its_line_break()
    {
        Add("one\ntw");
        Add("o");

        _lines.End();

        Assert.Equal(["2 two"], DequeueAll());
    }

    [Fact]
    public void A_byte_order_mark_is_not_text()
    {
        Assert.Equal(["1 one", "2 \uFEFFtwo"], Add("\uFEFFone\n\uFEFFtwo\n"));
    }

    [Fact]
    public void A_line_of_nothing_but_a_byte_order_mark_is_empty() => Assert.Equal(["2 one"], Add("\uFEFF\none\n"));

    [Fact]
    public void Invalid_lines_are_reported_by_number()
    {
        Assert.Equal(["1 a", "4 b"], Add([.. "a\n"u8, 0xFF, .. "\n12345678901\nb\n"u8]));

        Assert.Equal(["2: it is not UTF-8", "3: it is longer than 10 bytes"], _rejected);
    }

    [Fact]
    public void An_added_text_is_one_line_with_its_line_breaks()
    {
        _lines.Add("two\nlines");

        Assert.Equal(["1 two\nlines"], DequeueAll());
    }

    [Fact]
    public void Lines_for_a_recipient_are_private_messages()
    {
        var lines = new InputLines(10, (_, _) => { }, to: "小 明");
        lines.Add("psst\n"u8.ToArray());

        Assert.True(lines.TryDequeue(out var request));
        Assert.Equal(new ClientMessage.Tell("小 明", "psst"), request.Message);
    }

    [Fact]
    public void The_number_of_the_next_line_is_known()
    {
        Assert.Equal(1, _lines.Next);
        _lines.Add("a\nb\n"u8.ToArray());
        _lines.TryDequeue(out _);
        Assert.Equal(2, _lines.Next);
        _lines.TryDequeue(out _);
        Assert.Equal(3, _lines.Next);
    }
}
