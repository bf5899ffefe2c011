using System.Text;
using FsCheck.Fluent;
using LanChat.Protocol.Dialects.Native;

namespace LanChat.Protocol.Tests.Dialects.Native;

public sealed class HostileFrameSpecs
{
    private const string Message =
        "[{\"id\":1,\"kind\":\"said\",\"nickname\":\"a\",\"from\":[\"b\",1],\"message\":\"b\",\"time\":\"2023-08-10 "
            + "16:02:43\"";

    private static bool IsFrame(byte[] line)
    {
        var good = RichFrame.TryRead(line, out var said);
        Assert.Equal(good, said is not null);
        return good;
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("{\"code\":1}")]
    [InlineData("{\"data\":[]}")]
    [InlineData("{\"code\":\"1\",\"data\":[]}")]
    [InlineData("{\"code\":1.5,\"data\":[]}")]
    [InlineData("{\"code\":99,\"data\":[]}")]
    [InlineData("{\"code\":6,\"data\":{}}")]
    [InlineData("{\"code\":99999999999,\"data\":[]}")]
    [InlineData("{\"code\":4,\"data\":\"notice\"} trailing")]
    [InlineData("{\"code\":4,\"data\":\"notice\"")]
    [InlineData("\uFEFF{\"code\":4,\"data\":\"notice\"}")]
    public void A_line_that_is_no_frame_or_has_an_unknown_code_is_dropped(string line) =>
        Assert.False(IsFrame(Encoding.UTF8.GetBytes(line)));

    [Theory]
    [InlineData(0, "{}")]
    [InlineData(0, "[1]")]
    [InlineData(1, "[]")]
    [InlineData(1, "[{}]")]
    [InlineData(
        1,
        "[{\"id\":1,\"kind\":\"said\",\"nickname\":\"a\",\"from\":[],\"message\":\"b\",\"time\":\"2023-08-10 "
            + "16:02:43\"}]")]
    [InlineData(1, "[{\"id\":1,\"kind\":\"said\",\"nickname\":\"a\",\"from\":[\"b\",1],\"message\":\"b\",\"time\":\"yesterday\"}]")]
    [InlineData(1, "[{\"id\":1,\"kind\":\"said\",\"nickname\":\"\\ud800\",\"from\":[\"b\",1],\"message\":\"b\",\"time\":\"2023-08-10 16:02:43\"}]")]
    [InlineData(1, Message + ",\"to\":1}]")]
    [InlineData(1, Message + ",\"file\":1}]")]
    [InlineData(1, Message + ",\"file\":null}]")]
    [InlineData(1, Message + ",\"file\":{\"id\":1,\"name\":\"a\"}}]")]
    [InlineData(1, Message + ",\"file\":{\"id\":1,\"name\":\"a\",\"size\":1e99}}]")]
    [InlineData(6, "1")]
    [InlineData(7, "1")]
    [InlineData(2, "[[]]")]
    [InlineData(2, "[[\"a\"]]")]
    [InlineData(2, "[[\"a\",[]]]")]
    [InlineData(2, "[[\"a\",[\"b\"]]]")]
    [InlineData(2, "[[\"a\",[\"b\",\"c\"]]]")]
    [InlineData(2, "[\"a\"]")]
    [InlineData(2, "\"a\"")]
    [InlineData(3, "{\"room\":\"a\",\"nick\":\"b\",\"you\":[\"c\",1]}")]
    [InlineData(3, "{\"room\":\"a\",\"nick\":\"b\",\"you\":[\"c\",1],\"line\":1e99}")]
    [InlineData(3, "[]")]
    [InlineData(4, "1")]
    [InlineData(4, "[]")]
    [InlineData(5, "{\"joined\":[]}")]
    [InlineData(5, "{\"joined\":[],\"left\":1}")]
    [InlineData(8, "\"1\"")]
    [InlineData(8, "1.5")]
    [InlineData(9, "{\"error\":\"a\",\"text\":\"b\",\"closes\":\"yes\"}")]
    [InlineData(9, "{\"error\":1,\"text\":\"b\",\"closes\":true}")]
    public void A_known_code_with_unknown_data_is_dropped(int code, string data) =>
        Assert.False(IsFrame(Encoding.UTF8.GetBytes($"{{\"code\":{code},\"msg\":\"x\",\"data\":{data}}}")));

    [Fact]
    public void Nesting_a_thousand_deep_is_dropped() =>
        Assert.False(IsFrame(
            Encoding.UTF8.GetBytes("{\"code\":4,\"data\":" + new string('[', 1000) + new string(']', 1000) + "}")));

    [Fact]
    public void Arbitrary_input_does_no_harm() =>
        Property.HoldsFor(Arbitrary.Bytes, bytes => IsFrame(bytes), times: 3000);

    [Fact]
    public void A_frame_with_changed_bytes_does_no_harm()
    {
        var change =
            from at in Gen.Choose(0, 999)
            from value in Gen.OneOf(Gen.Choose(0, 255), Gen.Elements<int>('"', '[', ']', '0', ','))
            select (at, value);
        var lines = Events.OfEachKind.SelectMany(said => JsonEncoder.Rich.Encode([said])).ToArray();
        var damaged = from good in Gen.Elements(lines) from changes in change.ArrayOf(2) select (good, changes);

        Property.HoldsFor(damaged, one =>
        {
            var line = one.good.ToArray();
            foreach (var (at, value) in one.changes) line[at % line.Length] = (byte)value;
            IsFrame(line);
        }, times: 5000);
    }
}
