using LanChat.Protocol;

namespace LanChat.Server.Tests.History;

/// <summary>Messages that change others.</summary>
public abstract partial class HistoryStoreSpecs
{
    private static readonly ChatFile Photo = new(7, "holiday.png", 12, null)
    {
        Type = "image/png",
        Link = "/files/0123456789abcdefghijkl/holiday.png",
        Site = "http://10.0.0.1:8080",
    };

    private static ChatMessage Edit(long id, long target, string text) =>
        TestMessages.Message(id, text, MessageKind.Edited) with { Target = target, Account = "ann's" };

    private static ChatMessage Recall(long id, long target) =>
        TestMessages.Message(id, "", MessageKind.Recalled) with { Target = target };

    [StoreFact]
    public void An_edit_is_stored_and_its_message_has_the_new_text()
    {
        var message = TestMessages.Message(1, "see you at 3") with { Account = "ann's", Ref = "r" };
        History.Append([message]);
        Assert.Equal(2, History.Append([TestMessages.Message(2), Edit(3, 1, "see you at 4")]));
        OpenAgain();

        var restored = History.Restore(10);

        Assert.Equal(
            [message with { Text = "see you at 4", Edited = 3 }, TestMessages.Message(2), Edit(3, 1, "see you at 4")],
            restored.Newest);
        Assert.Equal(3, restored.LastId);
    }

    [StoreFact]
    public void Of_several_edits_the_newest_counts_in_any_order_and_earlier_texts_are_gone()
    {
        History.Append([TestMessages.Message(1, "one"), Edit(2, 1, "two"), Edit(4, 1, "four")]);
        History.Append([Edit(3, 1, "three")]);

        var newest = History.Restore(10).Newest;

        Assert.Equal(("four", 4), (newest[0].Text, newest[0].Edited));
        Assert.Equal("", newest[1].Text);
    }

    [StoreFact]
    public void What_was_taken_back_is_gone_with_its_file()
    {
        History.Append(
        [
            TestMessages.Message(1, "secret"), Edit(2, 1, "secret!"),
            TestMessages.Message(3, Photo.Name, MessageKind.File) with { File = Photo },
        ]);
        History.Append([Recall(4, 1), Recall(5, 3), Edit(6, 1, "secret again")]);
        OpenAgain();

        var restored = History.Restore(10);

        Assert.Equal(TestMessages.Message(1, "") with { IsGone = true }, restored.Newest[0]);
        Assert.Equal("", restored.Newest[1].Text);
        Assert.Equal(TestMessages.Message(3, "", MessageKind.File) with { IsGone = true }, restored.Newest[2]);
        Assert.Equal(["/files/0123456789abcdefghijkl"], restored.RecalledFiles);
    }

    [StoreFact]
    public void A_reply_is_restored()
    {
        var reply = TestMessages.Message(2, "yes") with { Re = 1 };
        History.Append([TestMessages.Message(1), reply]);
        OpenAgain();

        Assert.Equal(reply, History.Restore(10).Newest[1]);
    }

    [StoreFact]
    public void A_change_that_is_written_again_changes_nothing()
    {
        History.Append([TestMessages.Message(1, "one"), Edit(2, 1, "two"), Edit(3, 1, "three")]);

        Assert.Equal(0, History.Append([TestMessages.Message(1, "one"), Edit(2, 1, "two")]));

        Assert.Equal(("three", 3), (History.Restore(10).Newest[0].Text, History.Restore(10).Newest[0].Edited));
    }

    [StoreFact]
    public void A_change_of_a_message_that_is_not_kept_is_stored_alone()
    {
        History.Append([Edit(5, 1, "two"), Recall(6, 2)]);

        Assert.Empty(History.Restore(10).Newest);
        Assert.Equal(6, History.Restore(10).LastId);
    }

    [StoreFact]
    public void Pages_and_searches_show_messages_as_they_are_now_and_no_changes()
    {
        History.Append(
        [
            TestMessages.Message(1, "the old needle"), TestMessages.Message(2, "needle"),
            TestMessages.Message(3, "hay"), TestMessages.Message(4, "another needle"),
        ]);
        Assert.Equal([4, 2, 1], Found(Query("needle"))); // and all is indexed
        History.Append([Edit(5, 1, "the old pin"), Recall(6, 2), Edit(7, 3, "hay with a needle")]);

        using (var reader = History.OpenReader())
        {
            Assert.Equal([1, 2, 3, 4], Ids(reader.ReadBefore(long.MaxValue, 10)));
            Assert.Equal([3, 4], Ids(reader.ReadAfter(2, 10)));
            Assert.Equal(
                ["the old pin", "", "hay with a needle", "another needle"],
                reader.ReadAfter(0, 10).Select(message => message.Text));
        }

        Assert.Equal([4, 3], Found(Query("needle")));
        Assert.Equal([1], Found(Query("old pin")));
        Assert.Equal([4, 3, 1], Found(Query("", from: "Ann")));
    }

    [StoreFact]
    public void The_messages_after_an_id_come_with_changes_of_earlier_ones_beyond_the_limit()
    {
        History.Append(
        [
            .. TestMessages.Messages(1, 3), Edit(4, 2, "changed"), TestMessages.Message(5), Edit(6, 5, "changed"),
            TestMessages.Message(7), Recall(8, 7), TestMessages.Message(9), Recall(10, 3),
        ]);

        Assert.Equal([4, 7, 8, 9, 10], Ids(History.ReadAfter(3, 2))); // not 6: 5 is left out
        Assert.Equal([7, 8, 9, 10], Ids(History.Restore(2).Newest)); // without a hole
    }
}
