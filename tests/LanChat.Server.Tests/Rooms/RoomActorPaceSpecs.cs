using LanChat.Protocol;
using LanChat.Server.Broadcasts;

namespace LanChat.Server.Tests.Rooms;

/// <summary>A room whose connections acknowledge batches.</summary>
public sealed class RoomActorPaceSpecs : RoomSpec
{
    private int _port = 51_000;

    /// <summary>A member whose socket has not taken the welcome yet.</summary>
    private (TestMember TestMember, Receipts Welcome) ConnectSlow(string name)
    {
        var guest = new TestMember(Room, CreateTestProbe());
        guest.Join(name, ++_port, acknowledgesBatches: true);
        guest.ExpectJoined();
        return (guest, guest.Probe.ExpectMsg<Batch>().Receipts!);
    }

    private void JoinTogether(int count)
    {
        for (var number = 1; number <= count; number++)
            new TestMember(Room, CreateTestProbe()).Join($"guest {number}", ++_port, acknowledgesBatches: true);
    }

    [Fact]
    public void Messages_sent_during_a_broadcast_form_one_batch_once_most_sockets_have_taken_it()
    {
        Open();
        var (ann, welcome) = ConnectSlow("Ann");
        ann.Say("one");
        ann.Say("two");
        ExpectSilence(ann);

        welcome.Add();

        Assert.Equal(["one", "two"], ann.ExpectTexts());
    }

    [Fact]
    public void A_slow_socket_delays_the_next_batch_by_the_timeout_only()
    {
        Open();
        var (ann, _) = ConnectSlow("Ann");
        ann.Say("one");
        ExpectSilence(ann);

        Advance(20);

        Assert.Equal(["one"], ann.ExpectTexts());
    }

    [Fact]
    public void After_a_crowd_the_next_batch_and_the_member_list_wait_for_more_newcomers()
    {
        Open("members.interval=10ms", "members.interval-per-member=0ms");
        var (ann, welcome) = ConnectSlow("Ann");
        Advance(10);
        JoinTogether(16);
        welcome.Add();
        Assert.Equal(16, ann.ExpectBatch().Length);

        ann.Say("one");
        Advance(49);
        ExpectSilence(ann);
        Advance(1);
        Assert.Equal(["one"], ann.ExpectTexts());
        Advance(50);
        Assert.Equal(17, ann.ExpectList().Members.Count);
    }

    [Fact]
    public void A_few_newcomers_in_one_batch_are_not_a_crowd()
    {
        Open();
        var (ann, welcome) = ConnectSlow("Ann");
        JoinTogether(15);
        welcome.Add();
        var batch = ann.Probe.ExpectMsg<Batch>();
        ann.Say("one");

        Assert.NotNull(batch.Receipts);
        ExpectSilence(ann);
        Advance(20);
        Assert.Equal(["one"], ann.ExpectTexts());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(16, 15)]
    [InlineData(1000, 938)]
    public void Most_means_all_of_a_few_and_fifteen_of_sixteen(int receivers, int most)
    {
        var receipts = new Receipts(receivers, TestActor);
        for (var taken = 1; taken < most; taken++) receipts.Add();
        ExpectNoMsg(TimeSpan.Zero);

        receipts.Add();

        Assert.Same(receipts, ExpectMsg<Receipts.MostAcknowledged>().Receipts);
    }

    [Fact]
    public void A_reply_flushes_at_once_and_later_messages_are_not_lost()
    {
        Open();
        var (ann, _) = ConnectSlow("Ann");
        ann.Say("one");
        ann.Send(new ClientMessage.List());
        Assert.Equal(["one"], ann.ExpectTexts());
        Assert.IsType<RoomEvent.MembersListed>(Assert.Single(ann.ExpectBatch()));

        ann.Say("two");
        ExpectSilence(ann);
        Advance(20);

        Assert.Equal(["two"], ann.ExpectTexts());
    }
}
