# Publishing results

command-terbitkan = publish the results of a half year
publish-which = Publish the results of which period?
publish-review =
    *{ $period }*

    Ready to be published: { $n } units
    { $names }

    Too few ratings: { $few }
    Published already: { $done }

    Once published, the figures *do not change any more*.
publish-yes = 📌 Publish { $n } units
publish-done = The results of { $n } units for { $period } are published.
publish-nothing = There is nothing to publish.
publish-not-over = That period is not over. Results are published once it has ended.
audit-action-result-published = published a result
