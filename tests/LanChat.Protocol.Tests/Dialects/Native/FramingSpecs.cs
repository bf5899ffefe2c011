using System.Text;
using LanChat.Protocol.Dialects;
using LanChat.Protocol.Dialects.Native;
using static LanChat.Protocol.Tests.Dialects.Events;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class FramingSpecs
{
    private static string[] Pieces(IEncoder encoder, params RoomEvent[] events) =>
        [.. encoder.Encode(events).Select(Encoding.UTF8.GetString)];

    [Fact]
    public void Raw_frames_are_separate_writes_without_line_breaks()
    {
        var pieces = Pieces(JsonEncoder.Raw, OfEachKind);

        Assert.True(JsonEncoder.Raw.FramesArriveAlone);
        Assert.Equal(["0", "1", "2", "2", "4", "1", "1", "2", "1", "1", "1"], pieces.Select(
            piece => piece["{\"code\":".Length..][..1]));
        Assert.All(pieces, piece => Assert.DoesNotContain('\n', piece));
    }

    [Fact]
    public void Line_frames_share_a_write_with_one_line_each()
    {
        var piece = Assert.Single(Pieces(JsonEncoder.Line, OfEachKind));

        Assert.False(JsonEncoder.Line.FramesArriveAlone);
        Assert.Equal([0, 1, 2, 2, 4, 1, 1, 2, 1, 1, 1], CodesOf(piece));
    }

    [Fact]
    public void Rich_frames_share_a_write_with_one_line_each()
    {
        var piece = Assert.Single(Pieces(JsonEncoder.Rich, OfEachKind));

        Assert.False(JsonEncoder.Rich.FramesArriveAlone);
        Assert.Equal([3, 0, 1, 2, 5, 4, 8, 9, 1, 2, 7, 6, 12, 10, 11], CodesOf(piece));
    }

    private static IEnumerable<int> CodesOf(string lines)
    {
        Assert.EndsWith("\n", lines);
        return lines[..^1].Split('\n').Select(
            line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("code").GetInt32());
    }

    [Fact]
    public void No_events_have_no_frames()
    {
        Assert.Empty(JsonEncoder.Raw.Encode([]));
        Assert.Empty(JsonEncoder.Line.Encode([]));
        Assert.Empty(JsonEncoder.Rich.Encode([]));
    }

    [Fact]
    public void Several_events_are_encoded_as_each_alone()
    {
        foreach (var encoder in new[] { JsonEncoder.Raw, JsonEncoder.Line, JsonEncoder.Rich })
            Assert.Equal(string.Concat(
                OfEachKind.SelectMany(one => Pieces(encoder, one))), string.Concat(Pieces(encoder, OfEachKind)));
    }

    [Fact]
    public void A_frame_of_any_text_is_one_line_of_UTF_8() => Property.HoldsFor(Arbitrary.Text, text =>
    {
        var said = new RoomEvent.Spoken(Hello with { Text = text, Nickname = text });
        foreach (var encoder in new[] { JsonEncoder.Raw, JsonEncoder.Line, JsonEncoder.Rich })
        {
            var frame = Assert.Single(Pieces(encoder, said));
            Assert.Equal(encoder.FramesArriveAlone ? -1 : frame.Length - 1, frame.IndexOf('\n'));
            var message = System.Text.Json.JsonDocument.Parse(frame).RootElement.GetProperty("data")[0];
            Assert.Equal(text, message.GetProperty("message").GetString());
            Assert.Equal(text, message.GetProperty("nickname").GetString());
        }
    });
}
