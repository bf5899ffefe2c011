using System.Text;
using Akka.IO;

namespace Akka.Contract.Tests.IO;

public sealed class ByteStringSpecs
{
    private static ByteString Text(string text) => ByteString.FromString(text);

    [Fact]
    public void Text_becomes_UTF8_and_text_again()
    {
        var bytes = Text("Grüße");

        Assert.Equal(Encoding.UTF8.GetBytes("Grüße"), bytes.ToArray());
        Assert.Equal("Grüße", bytes.ToString());
        Assert.Equal("Grüße", bytes.ToString(Encoding.UTF8));
        Assert.Equal(7, bytes.Count);
    }

    [Fact]
    public void FromBytes_shares_the_array()
    {
        byte[] array = [1, 2, 3];
        var shared = ByteString.FromBytes(array);

        array[0] = 9;

        Assert.Equal(9, shared[0]);
    }

    [Fact]
    public void CopyFrom_does_not()
    {
        byte[] array = [1, 2, 3];
        var copy = ByteString.CopyFrom(array);

        array[0] = 9;

        Assert.Equal(1, copy[0]);
    }

    [Fact]
    public void A_part_of_an_array_can_be_taken()
    {
        byte[] array = [1, 2, 3, 4];

        Assert.Equal([2, 3], ByteString.FromBytes(array, 1, 2).ToArray());
        Assert.Equal([2, 3], ByteString.CopyFrom(array, 1, 2).ToArray());
        Assert.Equal([2, 3], ByteString.CopyFrom(array.AsMemory(1, 2)).ToArray());
        Assert.Equal([2, 3], ByteString.CopyFrom(array.AsSpan(1, 2)).ToArray());
    }

    [Fact]
    public void Concatenation_keeps_the_order_and_changes_neither_part()
    {
        var hello = Text("hello ");
        var world = Text("world");

        Assert.Equal("hello world", (hello + world).ToString());
        Assert.Equal("hello world", hello.Concat(world).ToString());
        Assert.Equal("hello ", hello.ToString());
    }

    [Fact]
    public void Concatenation_with_the_empty_one_changes_nothing()
    {
        Assert.Equal(Text("hello"), Text("hello") + ByteString.Empty);
        Assert.Equal(Text("hello"), ByteString.Empty + Text("hello"));
        Assert.True((ByteString.Empty + ByteString.Empty).IsEmpty);
    }

    [Fact]
    public void Many_parts_are_gathered_without_copying()
    {
        byte[] first = [1, 2];
        byte[] second = [3, 4];
        var gathered = ByteString.FromBytes([new ArraySegment<byte>(first), new ArraySegment<byte>(second)]);

        second[0] = 9;

        Assert.Equal([1, 2, 9, 4], gathered.ToArray());
        Assert.Equal(4, gathered.Count);
        Assert.Equal(9, gathered[2]);
    }

    [Theory]
    [InlineData(0, 3, "one")]
    [InlineData(2, 5, "e two")]
    [InlineData(4, 3, "two")]
    [InlineData(8, 5, "three")]
    [InlineData(0, 13, "one two three")]
    [InlineData(5, 0, "")]
    public void A_slice_may_reach_over_parts(int index, int count, string expected)
    {
        var parts = Text("one ") + Text("two ") + Text("three");

        Assert.Equal(expected, parts.Slice(index, count).ToString());
        Assert.Equal("one two three"[index..], parts.Slice(index).ToString());
    }

    [Fact]
    public void A_slice_shares_the_array()
    {
        byte[] array = [1, 2, 3];
        var slice = ByteString.FromBytes(array).Slice(1);

        array[1] = 9;

        Assert.Equal(9, slice[0]);
    }

    [Fact]
    public void IndexOf_finds_the_first_one_at_or_after_a_place()
    {
        var parts = Text("one\ntw") + Text("o\n");

        Assert.Equal(3, parts.IndexOf((byte)'\n'));
        Assert.Equal(7, parts.IndexOf((byte)'\n', 4));
        Assert.Equal(-1, parts.IndexOf((byte)'\n', 8));
    }

    [Fact]
    public void CopyTo_copies_from_all_parts()
    {
        var buffer = new byte[6];

        Assert.Equal(4, (ByteString.FromBytes([1, 2]) + ByteString.FromBytes([3, 4])).CopyTo(buffer, 1, 4));

        Assert.Equal([0, 1, 2, 3, 4, 0], buffer);
    }

    [Fact]
    public void Bytes_are_equal_however_they_are_parted()
    {
        var whole = Text("hello");
        var parts = Text("he") + Text("llo");

        Assert.True(whole == parts);
        Assert.Equal(whole.GetHashCode(), parts.GetHashCode());
        Assert.False(whole == Text("hullo"));
        Assert.Equal("hello"u8.ToArray(), parts.AsEnumerable());
    }

    [Fact]
    public void Compact_makes_one_part_of_many()
    {
        var parts = Text("he") + Text("llo");

        Assert.False(parts.IsCompact);
        Assert.True(parts.Compact().IsCompact);
        Assert.Equal(parts, parts.Compact());
    }
}
