using System.Text;
using LanChat.Protocol.Dialects.Older;
using LanChat.Protocol.Tests.Text;
using static LanChat.Protocol.Tests.Dialects.Speech;

namespace LanChat.Protocol.Tests.Dialects;

/// <summary>
/// What the dialects have in common that send JSON objects with nothing between them, shown on
/// miniqq.
/// </summary>
public sealed class JsonConversationSpecs
{
    private readonly Listener _listener = new(new MiniqqDialect());

    private IEnumerable<ClientMessage> Said => _listener.Heard.Skip(1);

    private static string Message(string content) => $$"""{"type":"1","content":{{content}}}""";

    private void Hears(string script, params ClientMessage[] messages)
    {
        _listener.Reads(script);
        Assert.Equal(messages, Said);
    }

    [Fact]
    public void Several_objects_may_come_in_one_read() =>
        Hears(
            Message("\"one\"") + Message("\"two\"") + " \r\n" + Message("\"three\"") + "{\"type\"",
            Say("one"),
            Say("two"),
            Say("three"));

    [Fact]
    public void One_object_may_come_in_several_reads_and_characters_in_halves()
    {
        foreach (var value in Encoding.UTF8.GetBytes(Message("\"小糖豆 😀\""))) _listener.Reads([value]);
        Assert.Equal([Say("小糖豆 😀")], Said);
    }

    [Theory]
    [InlineData("许功盖")]
    [InlineData("許功蓋 誠")]
    [InlineData("亄亅亇亐乗")]
    [InlineData("乕")]
    public void Objects_may_be_gbk(string text)
    {
        _listener.Reads(Gbk.Bytes(Message($"\"{text}\"") + Message($"\"{text}\"")));
        Assert.Equal([Say(text), Say(text)], Said);
    }

    [Theory]
    [InlineData("\"\\u5c0f\\ud83d\\ude00\"", "小😀")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"}{][\"", "}{][")]
    [InlineData("\" not trimmed \"", " not trimmed ")]
    public void Text_is_what_was_meant(string content, string text) => Hears(Message(content), Say(text));

    [Theory]
    [InlineData("""{"type":"4","type":"1","content":1,"content":"two"}""")]
    [InlineData("""{"content":"one","type":"1","content":"two"}""")]
    [InlineData("""{"content":"two","type":"1","\u0074ype":"1"}""")]
    public void Of_two_fields_of_the_same_name_the_last_one_counts(string script) => Hears(script, Say("two"));

    [Theory]
    [InlineData("""{"type":"1","content":"a","Content":1,"x":{"content":[1,null,{}]},"":"\ud800"}""")]
    public void Other_fields_make_no_difference(string script) => Hears(script, Say("a"));

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("[\"a\"]")]
    [InlineData("{\"a\":\"b\"}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\ude00\\ud83d\"")]
    [InlineData("\"\\u0000\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\x41\"")]
    [InlineData("'a'")]
    [InlineData("\"a\",")]
    [InlineData("")]
    public void What_is_no_text_where_text_belongs_ends_it(string content) =>
        Hears(Message(content) + Message("\"more\""), Invalid(Refusal.Malformed));

    [Theory]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"a\"")]
    [InlineData("null")]
    [InlineData("}")]
    [InlineData(",")]
    [InlineData("{]")]
    [InlineData("{a}")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001")]
    public void What_is_no_object_ends_it_first_or_later(string garbage)
    {
        Hears(Message("\"one\"") + garbage + Message("\"two\""), Say("one"), Invalid(Refusal.Malformed));
        Assert.Equal(
            Invalid(Refusal.Malformed), new Listener(new MiniqqDialect()).Reads(garbage + Message("\"two\"")).Heard[1]);
    }

    [Fact]
    public void Nul_and_what_is_neither_utf8_nor_gbk_end_it()
    {
        Hears(Message("\"a\0b\"") + Message("\"more\""), Invalid(Refusal.NotText));
        Assert.Equal(
            Invalid(Refusal.NotText),
            new Listener(new MiniqqDialect()).Reads(
                [.. "{\"type\":\"1\",\"content\":\""u8, 0xFF, .. "\"}"u8]).Heard[1]);
    }

    [Theory]
    [InlineData("{\"a\":", "}")]
    [InlineData("[", "]")]
    public void Nesting_a_thousand_deep_ends_it(string opens, string closes)
    {
        var nested = string.Concat(Enumerable.Repeat(opens, 1000)) + "1" + string.Concat(
            Enumerable.Repeat(closes, 1000));
        Hears($$"""{"type":"1","x":{{nested}},"content":"a"}""", Invalid(Refusal.Malformed));
    }

    [Fact]
    public void A_string_of_ten_megabytes_ends_it_at_the_limit()
    {
        _listener.Reads("{\"type\":\"1\",\"content\":\"");
        var piece = Encoding.ASCII.GetBytes(new string('a', 8192));
        for (var read = 0; read < 10_000_000; read += piece.Length)
        {
            Assert.Equal(read >= WireLimits.Default.Line, _listener.IsClosed);
            _listener.Reads(piece);
        }

        Assert.Equal([Invalid(Refusal.LineTooLong)], Said);
    }

    [Fact]
    public void Half_an_object_waits_for_its_rest_and_is_dropped_at_the_end()
    {
        _listener.Reads(Message("\"one\"") + "{\"type\":\"1\",\"content\":\"tw").Waits();
        Assert.Null(_listener.Conversation.Patience);
        Assert.Equal([Say("one")], Said);

        _listener.Reads("o\"}{\"type").Ends();
        Assert.Equal([Say("one"), Say("two")], Said);
    }
}
